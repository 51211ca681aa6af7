using Participation.Application.People;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.People;

namespace Participation.Application.Privacy;

/// <summary>What they may do or could do, and why. Who gave it is somebody else's name.</summary>
sealed class KeptRoles(AppDbContext db, TimeProvider clock) : IKept
{
    public string Name => "roles";

    public IReadOnlyList<Type> Of => [typeof(RoleGrant)];

    public async Task<object> Read(User person, CancellationToken ct) =>
        (await db.GrantsOf([person.Id], clock.GetUtcNow(), ct))[person.Id]
            .Select(g => new Role(g.Role, g.Space, g.Office, g.State, g.From, g.Until, g.Reason, g.GivenAt, g.TakenAt, g.TakenReason)).ToList();

    sealed record Role(
        string Name, string? Space, string? Office, GrantState State, DateTimeOffset From, DateTimeOffset? Until, string Reason, DateTimeOffset GivenAt,
        DateTimeOffset? TakenAt, string? TakenReason);
}
