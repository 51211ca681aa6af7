using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Following;

namespace Participation.Application.Privacy;

/// <summary>What they follow, and what they were told.</summary>
sealed class KeptFollowing(AppDbContext db) : IKept
{
    public string Name => "following";

    public IReadOnlyList<Type> Of => [typeof(Follow), typeof(Notice)];

    public async Task<object> Read(User person, CancellationToken ct) => new Kept(
        person.Language,
        await db.Follows.AsNoTracking().Where(f => f.UserId == person.Id).OrderBy(f => f.Since).Select(f => new Thing(f.Thing, f.Cadence, f.Since)).ToListAsync(ct),
        await db.Notices.AsNoTracking().Where(n => n.UserId == person.Id).OrderBy(n => n.HappeningId)
            .Join(db.Happenings, n => n.HappeningId, h => h.Id, (n, h) => new Told(h.Kind, h.About, n.At, n.ReadAt)).ToListAsync(ct));

    sealed record Kept(string? Language, IReadOnlyList<Thing> Things, IReadOnlyList<Told> Notices);

    sealed record Thing(string What, Cadence Cadence, DateTimeOffset Since);

    sealed record Told(string What, string Of, DateTimeOffset At, DateTimeOffset? ReadAt);
}
