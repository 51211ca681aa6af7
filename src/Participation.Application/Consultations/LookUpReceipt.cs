using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Moderation;
using Participation.Domain.Outcomes;
using Participation.Domain.Plans;

namespace Participation.Application.Consultations;

/// <summary>What became of one's own words, by number and secret.</summary>
[Audience(Audience.Submitter)]
public sealed record LookUpReceipt(string Number, string? Secret) : IRequest<Outcome<ReceiptView>>;

/// <summary>For the sender alone.</summary>
public sealed record ReceiptView(
    string ReceiptNumber, string ConsultationSlug, string ConsultationTitle, Stage Stage, Channel Channel, DateTimeOffset ReceivedAt,
    DateOnly? ReceivedOn, SubmissionStatus Status, DateTimeOffset? WithdrawnAt, bool CanWithdraw, Sender Sender,
    IReadOnlyList<OwnOpinion> Opinions);

/// <summary>One's own words, and the section they speak of.</summary>
public sealed record OwnOpinion(long Sequence, string? Anchor, string? SectionTitle, string? Quote, string Text, Withheld? Withheld = null,
    CaseState? Case = null);

sealed class LookUpReceiptHandler(AppDbContext db, ConsultationCatalog catalog, TimeProvider clock)
    : IRequestHandler<LookUpReceipt, Outcome<ReceiptView>>
{
    public async Task<Outcome<ReceiptView>> Handle(LookUpReceipt ask, CancellationToken ct)
    {
        if (!ReceiptNumber.TryParse(ask.Number, out var number)) return Refusal.NotFound;
        var submission = await db.Submissions.AsNoTracking().Include(s => s.Opinions).Include(s => s.Contact)
            .OwnedBy(number, ReceiptSecrets.Hash(ask.Secret)).SingleOrDefaultAsync(ct);
        if (submission is null) return Refusal.NotFound;
        var slug = await db.Consultations.Where(c => c.Id == submission.ConsultationId).Select(c => c.Slug).SingleAsync(ct);
        var (consultation, plan) = (await catalog.Find(slug, ct))!;
        var now = clock.GetUtcNow();
        var ids = submission.Opinions.Where(o => o.Withheld is not null).Select(o => o.Id).ToList();
        var cases = ids.Count is 0 ? [] : await db.ModerationCases.AsNoTracking().Where(c => ids.Contains(c.OpinionId)).ToDictionaryAsync(c => c.OpinionId, c => c.State, ct);
        return new ReceiptView(
            number.Value, slug, consultation.Title, consultation.StageAt(now), submission.Channel, submission.ReceivedAt, submission.ReceivedOn,
            submission.Status, submission.WithdrawnAt, submission.CanWithdraw(consultation, now), SenderOf(submission),
            [.. submission.Opinions.OrderBy(o => o.Ordinal).Select(o => new OwnOpinion(o.Sequence, o.Anchor, TitleOf(plan.Section(o.Section)), o.Quote, o.Text, o.Withheld, cases.TryGetValue(o.Id, out var state) ? state : null))]);
    }

    static string? TitleOf(AnchoredSection? section) => section is null ? null : $"{section.Number} {NoteMarks.Shown(section.Title)}".Trim();

    static Sender SenderOf(Submission s) => new(s.Contact?.Name, s.Contact?.Address, s.Contact?.Email, s.AgeBand, s.District);
}
