using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Data;
using Participation.Domain.Following;

namespace Participation.Application.Following;

/// <summary>
/// Tells of what happened: a page of followers at a time, in the order of accounts. Notices, mail and how far it came are one commit,
/// so whatever is cut off goes on where it stood.
/// </summary>
public sealed class Telling(Followables followables, NoticeLetters letters, AccountSeal accounts, TimeProvider clock)
{
    /// <summary>Rows of followers in one commit; an account may have two of them.</summary>
    const int AtOnce = 500;

    public async Task TellAll(AppDbContext db, CancellationToken ct)
    {
        while (await db.Happenings.Where(h => !h.Told).OrderBy(h => h.Id).FirstOrDefaultAsync(ct) is { } happening)
        {
            ct.ThrowIfCancellationRequested();
            await TellSome(db, happening, ct);
            await db.SaveUnlessQuicker(ct);
        }
    }

    async Task TellSome(AppDbContext db, Happening happening, CancellationToken ct)
    {
        // What nobody may see any more is told to nobody.
        if (await followables.Find(db, Followed.Parse(happening.About), ct) is not { } about)
        {
            happening.Finish();
            return;
        }
        var (things, after, at) = (ThingsOf(happening), happening.ToldTo, happening.At);
        var rows = await db.Follows.AsNoTracking()
            .Where(f => things.Contains(f.Thing) && f.Since <= at && f.UserId.CompareTo(after) > 0)
            .OrderBy(f => f.UserId).Take(AtOnce)
            .Join(db.Users, f => f.UserId, u => u.Id, (f, u) => new { f.UserId, f.Cadence, Account = u })
            .OrderBy(f => f.UserId).AsNoTracking().ToListAsync(ct);
        // The last account of a full page may have another row behind it.
        var followers = rows.GroupBy(r => r.UserId).ToList();
        if (rows.Count is AtOnce) followers.RemoveAt(followers.Count - 1);
        else happening.Finish();
        var now = clock.GetUtcNow();
        var post = await letters.Begin(ct);
        foreach (var follower in followers)
        {
            var soonest = follower.Min(f => f.Cadence);
            db.Add(new Notice(follower.Key, happening.Id, soonest, now));
            var to = follower.First().Account;
            if (soonest is Cadence.AtOnce && to is { EmailConfirmed: true, MailReturnedAt: null } && post is not null && accounts.Open(to) is { Unreadable: false } owner)
                db.Add(await post.Told(happening, about, new(to.Id, owner.Email, to.Language), ct));
        }
        if (followers.Count > 0) happening.Tell(followers[^1].Key);
    }

    static List<string> ThingsOf(Happening happening) => happening.Within is { } within ? [happening.About, within] : [happening.About];
}
