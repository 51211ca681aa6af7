using MediatR;
using Participation.Application.Answering;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Moderation;
using Participation.Domain.Outcomes;

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
/// <param name="Answers">What the city says to them, once the result is published: one, or one for each part of a letter.</param>
/// <param name="OutOfScope">Why they were not counted.</param>
public sealed record OwnOpinion(long Sequence, string? Anchor, string? SectionTitle, string? Quote, string Text, Withheld? Withheld = null,
    CaseState? Case = null, IReadOnlyList<OwnAnswer>? Answers = null, string? OutOfScope = null);

sealed class LookUpReceiptHandler(AppDbContext db, ReceiptViews views) : IRequestHandler<LookUpReceipt, Outcome<ReceiptView>>
{
    public async Task<Outcome<ReceiptView>> Handle(LookUpReceipt ask, CancellationToken ct)
    {
        if (!ReceiptNumber.TryParse(ask.Number, out var number)) return Refusal.NotFound;
        return await views.Of(db.Submissions.OwnedBy(number, ReceiptSecrets.Hash(ask.Secret)), ct) is { } view ? view : Refusal.NotFound;
    }
}
