using FluentValidation;
using MediatR;
using Participation.Application.Pipeline;
using Participation.Data.Consultations;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>意見を提出する: by a sender on the web, or by staff for one who wrote on paper.</summary>
[Audience(Audience.Public)]
public sealed record SubmitOpinions(
    string Slug,
    Sender Sender,
    IReadOnlyList<OpinionDraft> Opinions,
    Channel Channel = Channel.Web,
    DateOnly? ReceivedOn = null,
    DateOnly? PostmarkedOn = null) : IRequest<Outcome<Receipt>>, IIntakeRequest
{
    public string? Key { get; init; }
}

/// <summary>受付票. The secret is here and nowhere else: only its hash is stored.</summary>
public sealed record Receipt(string ReceiptNumber, string ReceiptSecret, long Sequence, DateTimeOffset ReceivedAt, SubmissionStatus Status);

sealed class SubmitOpinionsValidator : AbstractValidator<SubmitOpinions>
{
    public SubmitOpinionsValidator()
    {
        RuleFor(s => s.Key).MaximumLength(200).WithErrorCode("key-too-long");
        RuleFor(s => s.Sender.Name).MaximumLength(200).WithErrorCode("field-too-long").WithState(_ => new object[] { 200 });
        RuleFor(s => s.Sender.Address).MaximumLength(400).WithErrorCode("field-too-long").WithState(_ => new object[] { 400 });
        RuleFor(s => s.Sender.Email).MaximumLength(254).WithErrorCode("field-too-long").WithState(_ => new object[] { 254 });
        RuleFor(s => s.Sender.Email).EmailAddress().When(s => !string.IsNullOrEmpty(s.Sender.Email)).WithErrorCode("email-shape");
        RuleFor(s => s.Sender.AgeBand).MaximumLength(200).WithErrorCode("field-too-long").WithState(_ => new object[] { 200 });
        RuleFor(s => s.Sender.District).MaximumLength(200).WithErrorCode("field-too-long").WithState(_ => new object[] { 200 });
        RuleForEach(s => s.Opinions).ChildRules(opinion =>
        {
            opinion.RuleFor(o => o.Quote).MaximumLength(1000).WithErrorCode("field-too-long").WithState(_ => new object[] { 1000 });
            opinion.RuleFor(o => o.Topic).MaximumLength(200).WithErrorCode("field-too-long").WithState(_ => new object[] { 200 });
        });
    }
}

sealed class SubmitOpinionsHandler(
    ConsultationCatalog catalog, SubmissionIntake intake, ReceiptSecrets secrets, SenderSeal seal, TimeProvider clock, Caller caller)
    : IRequestHandler<SubmitOpinions, Outcome<Receipt>>
{
    public async Task<Outcome<Receipt>> Handle(SubmitOpinions ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await catalog.Find(ask.Slug, ct) is not var (consultation, plan)) return Refusal.NotFound;
        if (ask.Channel is not Channel.Web && !caller.IsStaffOf(consultation.Space)) return Refusal.NotAllowed;
        if (consultation.RuleFor(ask.Channel) is not { } rule) return Refusal.Invalid("channel", "channel-not-taken");

        var arrival = new Arrival(ask.Channel, now, ask.ReceivedOn, ask.PostmarkedOn);
        var status = Deadline.Judge(consultation.Window, rule, arrival);
        if (status.Refused) return status.Why;
        // Paper may leave out what a form would insist on; it is taken in all the same.
        var asked = ask.Channel is Channel.Web ? consultation.RequiredFields : [];
        var faults = SubmissionRules.Check(consultation, asked, ask.Sender, ask.Opinions, plan.Knows);
        if (faults.Count > 0) return Refusal.Invalid(faults);

        var claim = caller.ClaimFor(ask);
        var number = ReceiptNumber.New();
        var secret = await secrets.For(claim, number, ct);
        var sender = ask.Sender.Trimmed();
        var submission = Submission.Receive(
            consultation, number, ReceiptSecrets.Hash(secret), arrival, status.Value, sender,
            ask.Opinions.Select(o => (o, plan.SectionOf(o.Anchor))), keyedBy: ask.Channel is Channel.Web ? null : caller.ActorId, await seal.Seal(number, sender, ct));
        var received = await intake.Receive([submission], caller.ActorId, claim, ct, heldBy: ask.Channel is Channel.Web ? caller.UserId : null);
        if (received.Refused) return received.Why;
        var answer = received.Value[0];
        // After a retry the number is that of the first time, and so is the secret.
        if (answer.Number != number.Value) secret = await secrets.For(claim, ReceiptNumber.FromStored(answer.Number), ct);
        return new Receipt(answer.Number, secret, answer.Sequence, answer.ReceivedAt, answer.Status);
    }
}
