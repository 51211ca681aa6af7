using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>取り込んだ表の取消し: all that came with a sheet counts no longer, with the reason. Until the result is published it can come back.</summary>
/// <param name="Sheet">As <see cref="ListSheets"/> names it.</param>
[Audience(Audience.SpaceStaff)]
public sealed record VoidSheet(string Slug, string Sheet, string? Why) : IRequest<Outcome<SheetUndone>>;

/// <summary>Takes a <see cref="VoidSheet"/> back; what was taken back alone stays so.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record RestoreSheet(string Slug, string Sheet) : IRequest<Outcome<SheetUndone>>;

/// <param name="Left">Receipts of those that stay as they are, because staff split something of them or put it out of scope since, or their senders withdrew them.</param>
public sealed record SheetUndone(int Changed, IReadOnlyList<string> Left);

sealed class VoidSheetHandler(AppDbContext db, ConsultationCatalog catalog, TimeProvider clock, Caller caller)
    : IRequestHandler<VoidSheet, Outcome<SheetUndone>>, IRequestHandler<RestoreSheet, Outcome<SheetUndone>>
{
    /// <summary>In one commit; others' submissions come between. After an interruption the rest is done by asking again.</summary>
    const int AtOnce = 200;

    public Task<Outcome<SheetUndone>> Handle(VoidSheet ask, CancellationToken ct) =>
        Each(ask.Slug, ask.Sheet, s => s.VoidedAt == null, (s, consultation) => s.Void(ask.Why, s.DeskVersion, consultation, caller.ActorId, clock.GetUtcNow(), withSheet: true), ct);

    public Task<Outcome<SheetUndone>> Handle(RestoreSheet ask, CancellationToken ct) =>
        Each(ask.Slug, ask.Sheet, s => db.DeskEntries.Any(e => e.SubmissionId == s.Id && e.Act == DeskAct.VoidedWithSheet && e.At == s.VoidedAt), (s, consultation) => s.Restore(s.DeskVersion, consultation, caller.ActorId, clock.GetUtcNow()), ct);

    async Task<Outcome<SheetUndone>> Each(
        string slug, string sheet, System.Linq.Expressions.Expression<Func<Submission, bool>> which, Func<Submission, Consultation, Outcome<Done>> change, CancellationToken ct)
    {
        if (await catalog.Find(slug, ct) is not { } entry) return Refusal.NotFound;
        if (!caller.IsStaffOf(entry.Consultation.Space)) return Refusal.NotAllowed;
        var rows = db.Submissions.VisibleTo(caller, entry.Consultation).OfSheet(entry.Consultation.Id, sheet);
        if (!await rows.AnyAsync(ct)) return Refusal.NotFound;
        var (changed, left, after) = (0, new List<string>(), 0L);
        while (true)
        {
            // Whether the result is published must be known now, not as it was kept in memory.
            var consultation = await db.Consultations.AsNoTracking().SingleAsync(c => c.Id == entry.Consultation.Id, ct);
            var some = await rows.Where(which).Where(s => s.Sequence > after).OrderBy(s => s.Sequence).Take(AtOnce).Include(s => s.Opinions).AsSplitQuery().ToListAsync(ct);
            if (some.Count is 0) return new SheetUndone(changed, left);
            foreach (var submission in some)
            {
                var done = change(submission, consultation);
                if (!done.Refused) changed++;
                else if (done.Why!.Code is "undo-parts-first" or "already-withdrawn") left.Add(submission.Number.ToString());
                else return done.Why;
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            after = some[^1].Sequence;
        }
    }
}

static class SheetRows
{
    /// <summary>What came with a sheet, by an index of its own.</summary>
    public static IQueryable<Submission> OfSheet(this IQueryable<Submission> submissions, int consultation, string sheet) =>
        submissions.Where(s => s.ConsultationId == consultation && s.Sheet == sheet);
}
