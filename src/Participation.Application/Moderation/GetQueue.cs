using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Moderation;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Moderation;

/// <summary>What waits for a moderator, the longest first, and the one of it that is looked at.</summary>
/// <param name="Opinion">The one to look at, open or not; the first that waits when null.</param>
[Audience(Audience.Moderator)]
public sealed record GetQueue(Guid? Opinion = null) : IRequest<Outcome<QueueView>>;

/// <param name="Waiting">How many wait, at most <see cref="AtMost"/>.</param>
/// <param name="Next">The one that comes after it, to go on to without deciding.</param>
public sealed record QueueView(int Waiting, CaseView? Case, Guid? Next)
{
    public const int AtMost = 1000;
}

/// <param name="ByMe">The caller decided it, and so can undo it, and can't decide an appeal against it.</param>
public sealed record CaseView(
    Guid Opinion, string Slug, string Consultation, long Sequence, DateTimeOffset ReceivedAt, string? Anchor, string? Quote, string Text, Withheld? Withheld,
    CaseState State, int Version, int Reports, IReadOnlyList<ReportView> Reported, string? Appeal, bool ByMe, IReadOnlyList<string> Neighbours);

public sealed record ReportView(Withheld Why, string Words, DateTimeOffset At);

sealed class GetQueueHandler(AppDbContext db, Caller caller) : IRequestHandler<GetQueue, Outcome<QueueView>>
{
    const int Around = 2, ReportsShown = 20;

    public async Task<Outcome<QueueView>> Handle(GetQueue ask, CancellationToken ct)
    {
        var waiting = await Waiting(ct);
        var at = ask.Opinion ?? waiting.Cast<Guid?>().FirstOrDefault();
        if (at is not { } id) return new QueueView(0, null, null);
        var place = waiting.IndexOf(id);
        var view = await View(id, ct);
        if (view is null) return Refusal.NotFound;
        return new QueueView(waiting.Count, view, waiting.Skip(place + 1).Concat(waiting).Cast<Guid?>().FirstOrDefault(next => next != id));
    }

    /// <summary>Reported ones and appeals by when they began to wait, then what was held and nobody has touched.</summary>
    async Task<List<Guid>> Waiting(CancellationToken ct)
    {
        var open = await db.ModerationCases.AsNoTracking().Where(c => c.State == CaseState.Waiting || c.State == CaseState.Appealed)
            .Where(c => c.State != CaseState.Appealed || c.DecidedBy != caller.ActorId)
            .OrderBy(c => c.WaitsSince).Select(c => c.OpinionId).Take(QueueView.AtMost).ToListAsync(ct);
        var held = await db.Opinions.AsNoTracking().Counted().Where(o => o.Withheld == Withheld.Held && !db.ModerationCases.Any(c => c.OpinionId == o.Id))
            .OrderBy(o => o.Id).Select(o => o.Id).Take(QueueView.AtMost - open.Count).ToListAsync(ct);
        return [.. open, .. held];
    }

    async Task<CaseView?> View(Guid id, CancellationToken ct)
    {
        var opinion = await db.Opinions.AsNoTracking().Counted().SingleOrDefaultAsync(o => o.Id == id, ct);
        if (opinion is null) return null;
        var consultation = await db.Consultations.AsNoTracking().Where(c => c.Id == opinion.ConsultationId).Select(c => new { c.Slug, c.Title }).SingleAsync(ct);
        var moderated = await db.ModerationCases.AsNoTracking().SingleOrDefaultAsync(c => c.OpinionId == id, ct);
        var reports = await db.OpinionReports.AsNoTracking().Where(r => r.OpinionId == id).OrderByDescending(r => r.At).Take(ReportsShown).ToListAsync(ct);
        return new(
            id, consultation.Slug, consultation.Title, opinion.Sequence, opinion.ReceivedAt, opinion.Anchor, opinion.Quote, opinion.Text, opinion.Withheld,
            moderated?.State ?? CaseState.Waiting, moderated?.Version ?? 0, moderated?.Reports ?? 0,
            [.. reports.Select(r => new ReportView(r.Why, r.Words, r.At))], moderated?.Appeal, moderated?.DecidedBy == caller.ActorId, await Neighbours(opinion, ct));
    }

    /// <summary>What was said just before and after on the same part: a sharp word can be an answer.</summary>
    async Task<IReadOnlyList<string>> Neighbours(Opinion opinion, CancellationToken ct)
    {
        var same = db.Opinions.AsNoTracking().Shown().Where(o => o.ConsultationId == opinion.ConsultationId && o.Section == opinion.Section);
        var before = await same.Where(o => o.Sequence < opinion.Sequence).OrderByDescending(o => o.Sequence).Take(Around).Select(o => o.Text).ToListAsync(ct);
        var after = await same.Where(o => o.Sequence > opinion.Sequence).OrderBy(o => o.Sequence).Take(Around).Select(o => o.Text).ToListAsync(ct);
        return [.. before.AsEnumerable().Reverse(), .. after];
    }
}
