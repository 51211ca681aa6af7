using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Privacy;

/// <summary>What they may do or could do, and why. Who gave it is somebody else's name.</summary>
sealed class KeptRoles(AppDbContext db, AccountSeal accounts, TimeProvider clock) : IKept
{
    public string Name => "roles";

    public IReadOnlyList<Type> Of => [typeof(RoleGrant)];

    public async Task<object> Read(User person, CancellationToken ct) =>
        (await db.GrantsOf(accounts, [person.Id], clock.GetUtcNow(), ct))[person.Id]
            .Select(g => new Role(g.Role, g.Space, g.Office, g.State, g.From, g.Until, g.Reason, g.GivenAt, g.TakenAt, g.TakenReason)).ToList();

    /// <summary>They end, and the trail says so; the last administrator's does not.</summary>
    public async Task<Refusal?> Remove(User person, Gone gone, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var grants = await db.RoleGrants.Where(g => g.UserId == person.Id).ToListAsync(ct);
        var keeper = grants.Any(g => g.KeepsTheSite(now)) ? await db.KeeperBeside(person.Id, now, ct) : null;
        return grants.Select(g => g.EndWithAccount(keeper, now)).FirstOrDefault(ended => ended.Refused).Why;
    }

    sealed record Role(
        string Name, string? Space, string? Office, GrantState State, DateTimeOffset From, DateTimeOffset? Until, string Reason, DateTimeOffset GivenAt,
        DateTimeOffset? TakenAt, string? TakenReason);
}
