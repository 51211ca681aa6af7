using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.Audit;
using Participation.Domain.Audit;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>
/// 提出者を探す: by the whole of a name or of an e-mail address, because names are kept sealed and known only by a keyed hash. Width,
/// case and spaces don't matter. That somebody looked is written down, not for whom.
/// </summary>
[Audience(Audience.SpaceStaff)]
public sealed record FindSender(string Slug, string? Words, long After = 0, int Limit = 50) : IRequest<Outcome<Page<FoundSender>>>;

public sealed record FoundSender(string ReceiptNumber, long Sequence, Channel Channel, DateTimeOffset ReceivedAt, SubmissionStatus Status, Sender Sender);

sealed class FindSenderValidator : AbstractValidator<FindSender>
{
    public FindSenderValidator() => RuleFor(f => f.Words).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("required")
        .MaximumLength(254).WithErrorCode("field-too-long").WithState(_ => new object[] { 254 });
}

sealed class FindSenderHandler(AppDbContext db, ConsultationCatalog catalog, SenderSeal seal, AuditTrail audit, Caller caller)
    : IRequestHandler<FindSender, Outcome<Page<FoundSender>>>
{
    public async Task<Outcome<Page<FoundSender>>> Handle(FindSender ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Consultation: var consultation }) return Refusal.NotFound;
        if (!caller.IsStaffOf(consultation.Space)) return Refusal.NotAllowed;
        var (name, email) = (await seal.KeyOf(SenderField.Name, ask.Words, ct), await seal.KeyOf(SenderField.Email, ask.Words, ct));
        if (name is null || email is null) return Refusal.Conflict("sender-key-gone");
        var limit = Paging.Bound(ask.Limit);
        var found = await db.Submissions.AsNoTracking().Include(s => s.Contact).VisibleTo(caller, consultation)
            .Where(s => s.Contact != null && (s.Contact.NameKey == name || s.Contact.EmailKey == email) && s.Sequence > ask.After)
            .OrderBy(s => s.Sequence).Take(limit + 1).ToListAsync(ct);
        await audit.Note(new Act("sender.looked-for", consultation.Stream, JsonSerializer.Serialize(new { found = Math.Min(found.Count, limit) })), caller.ActorId, ct);
        return Page.Of(found, limit, s => s.Sequence)
            .Map(s => new FoundSender(s.Number.Value, s.Sequence, s.Channel, s.ReceivedAt, s.Status, seal.Open(s)));
    }
}
