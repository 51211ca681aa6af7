using Microsoft.EntityFrameworkCore;
using Participation.Application.Answering;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Plans;

namespace Participation.Application.Consultations;

/// <summary>A submission as its sender sees it.</summary>
sealed class ReceiptViews(AppDbContext db, ConsultationCatalog catalog, SenderSeal seal, ReceiptAnswers answering, TimeProvider clock)
{
    /// <param name="own">The one submission, already narrowed to whoever may see it; null when there is none.</param>
    public async Task<ReceiptView?> Of(IQueryable<Submission> own, CancellationToken ct)
    {
        var submission = await own.AsNoTracking().Include(s => s.Opinions).Include(s => s.Contact).SingleOrDefaultAsync(ct);
        if (submission is null) return null;
        var slug = await db.Consultations.Where(c => c.Id == submission.ConsultationId).Select(c => c.Slug).SingleAsync(ct);
        var (consultation, plan) = (await catalog.Find(slug, ct))!;
        var now = clock.GetUtcNow();
        var withheld = submission.Opinions.Where(o => o.Withheld is not null).Select(o => o.Id).ToList();
        var cases = withheld.Count is 0 ? [] : await db.ModerationCases.AsNoTracking().Where(c => withheld.Contains(c.OpinionId)).ToDictionaryAsync(c => c.OpinionId, c => c.State, ct);
        var answers = consultation.PublishedAt is null ? null : await answering.Of(submission, ct);
        return new ReceiptView(
            submission.Number.Value, slug, consultation.Title, consultation.StageAt(now), submission.Channel, submission.ReceivedAt, submission.ReceivedOn,
            submission.Status, submission.WithdrawnAt, submission.CanWithdraw(consultation, now), seal.Open(submission),
            [.. submission.Opinions.Where(o => o.PartOf is null).OrderBy(o => o.Ordinal).Select(o =>
                new OwnOpinion(o.Sequence, o.Anchor, TitleOf(plan.Section(o.Section)), o.Quote, o.Text, o.Withheld, cases.TryGetValue(o.Id, out var state) ? state : null,
                    answers is null ? null : [.. answers[o.Id]], o.ScopeReason))]);
    }

    static string? TitleOf(AnchoredSection? section) => section is null ? null : $"{section.Number} {NoteMarks.Shown(section.Title)}".Trim();
}
