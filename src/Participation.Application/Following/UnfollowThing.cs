using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Following;

/// <summary>フォローをやめる. What they were told stays; what is not followed is left so.</summary>
[Audience(Audience.SignedIn)]
public sealed record UnfollowThing(string Thing) : IRequest<Outcome<Done>>;

sealed class UnfollowThingHandler(AppDbContext db, Caller caller) : IRequestHandler<UnfollowThing, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(UnfollowThing ask, CancellationToken ct)
    {
        if (await db.Follows.SingleOrDefaultAsync(f => f.UserId == caller.UserId && f.Thing == ask.Thing, ct) is not { } follow) return Done.It;
        db.Remove(follow);
        await db.LeaveDigests(follow.UserId, follow.Thing, ct);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}

static class WaitingNotices
{
    /// <summary>Takes out of the next digest what was told because of this thing alone; on the site it stays.</summary>
    public static async Task LeaveDigests(this AppDbContext db, string userId, string thing, CancellationToken ct)
    {
        var waiting = await db.Notices.Where(n => n.UserId == userId && n.Digest != null)
            .Join(db.Happenings.Where(h => h.About == thing || h.Within == thing), n => n.HappeningId, h => h.Id, (n, h) => new
            {
                Notice = n,
                Otherwise = db.Follows.Any(f => f.UserId == userId && f.Thing != thing && (f.Thing == h.About || f.Thing == h.Within)),
            }).Where(w => !w.Otherwise).Select(w => w.Notice).ToListAsync(ct);
        foreach (var notice in waiting) notice.Leave();
    }
}
