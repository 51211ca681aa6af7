using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>Who is looking at a submission, for colleagues who look at it too. Nothing is kept.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record AttendSubmission(string Slug, string Receipt) : IRequest<Outcome<Attendee>>;

public sealed record Attendee(string Account, string Name);

sealed class AttendSubmissionHandler(AppDbContext db, ConsultationCatalog catalog, AccountSeal accounts, Caller caller) : IRequestHandler<AttendSubmission, Outcome<Attendee>>
{
    public async Task<Outcome<Attendee>> Handle(AttendSubmission ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Consultation: var consultation }) return Refusal.NotFound;
        if (!caller.IsStaffOf(consultation.Space)) return Refusal.NotAllowed;
        if (!ReceiptNumber.TryParse(ask.Receipt, out var number)) return Refusal.NotFound;
        if (!await db.Submissions.VisibleTo(caller, consultation).AnyAsync(s => s.Number == number, ct)) return Refusal.NotFound;
        var names = await accounts.NamesOf(db, [caller.UserId], ct);
        return new Attendee(caller.ActorId, names.GetValueOrDefault(caller.UserId ?? "") ?? "");
    }
}
