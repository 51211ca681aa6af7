using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Following;

/// <summary>お知らせ: what the caller was told, the newest first.</summary>
/// <param name="Before">The sequence at which the page before ended.</param>
[Audience(Audience.SignedIn)]
public sealed record ListNotices(long Before = long.MaxValue, int Limit = 20) : IRequest<Outcome<Page<NoticeRow>>>;

/// <param name="Kind">Of <see cref="Domain.Following.HappeningKinds"/>.</param>
public sealed record NoticeRow(long Sequence, string Kind, FollowedView About, DateTimeOffset At, bool Unread);

/// <summary>How many notices the caller has not read.</summary>
[Audience(Audience.SignedIn)]
public sealed record CountUnreadNotices : IRequest<Outcome<UnreadNotices>>;

/// <param name="Count">At most <see cref="AtMost"/>: beyond it nobody counts.</param>
public sealed record UnreadNotices(int Count)
{
    public const int AtMost = 100;
}

/// <summary>Marks all as read that the caller was told up to a sequence: what came while they were reading stays new.</summary>
[Audience(Audience.SignedIn)]
public sealed record MarkNoticesRead(long UpTo) : IRequest<Outcome<Done>>;

sealed class ListNoticesHandler(AppDbContext db, Followables followables, Caller caller) : IRequestHandler<ListNotices, Outcome<Page<NoticeRow>>>
{
    public async Task<Outcome<Page<NoticeRow>>> Handle(ListNotices ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var found = await db.Notices.AsNoTracking().Where(n => n.UserId == caller.UserId && n.HappeningId < ask.Before)
            .OrderByDescending(n => n.HappeningId).Take(limit + 1)
            .Join(db.Happenings, n => n.HappeningId, h => h.Id, (n, h) => new { h.Id, h.Kind, h.About, h.At, n.ReadAt })
            .OrderByDescending(n => n.Id).ToListAsync(ct);
        var abouts = await followables.Find(db, found.Select(n => n.About), ct);
        var page = Page.Of(found, limit, n => n.Id);
        // What nobody may see any more is not named here either.
        return new Page<NoticeRow>([.. page.Items.Where(n => abouts.ContainsKey(n.About))
            .Select(n => new NoticeRow(n.Id, n.Kind, abouts[n.About], n.At, n.ReadAt is null))], page.Next);
    }
}

sealed class CountUnreadNoticesHandler(AppDbContext db, FreshReads reads, Caller caller) : IRequestHandler<CountUnreadNotices, Outcome<UnreadNotices>>
{
    /// <summary>Stands on every page of theirs, so it is asked once between two commits.</summary>
    public async Task<Outcome<UnreadNotices>> Handle(CountUnreadNotices ask, CancellationToken ct) =>
        await reads.Get(("unread notices", caller.UserId), async () => new UnreadNotices(
            await db.Notices.Where(n => n.UserId == caller.UserId && n.ReadAt == null).OrderBy(n => n.HappeningId).Take(UnreadNotices.AtMost).CountAsync(ct)));
}

sealed class MarkNoticesReadHandler(AppDbContext db, Caller caller, TimeProvider clock) : IRequestHandler<MarkNoticesRead, Outcome<Done>>
{
    const int AtOnce = 500;

    public async Task<Outcome<Done>> Handle(MarkNoticesRead ask, CancellationToken ct)
    {
        while (true)
        {
            var unread = await db.Notices.Where(n => n.UserId == caller.UserId && n.ReadAt == null && n.HappeningId <= ask.UpTo)
                .OrderBy(n => n.HappeningId).Take(AtOnce).ToListAsync(ct);
            foreach (var notice in unread) notice.Read(clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            if (unread.Count < AtOnce) return Done.It;
            db.ChangeTracker.Clear();
        }
    }
}
