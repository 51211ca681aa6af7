using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>受付票を自分の記録に加える, by its number and secret. Added before, it stays.</summary>
[Audience(Audience.SignedIn)]
public sealed record HoldReceipt(string? Number, string? Secret) : IRequest<Outcome<Done>>;

sealed class HoldReceiptHandler(AppDbContext db, Caller caller, TimeProvider clock) : IRequestHandler<HoldReceipt, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(HoldReceipt ask, CancellationToken ct)
    {
        if (!ReceiptNumber.TryParse(ask.Number, out var number)) return Refusal.Invalid("number", "receipt-unknown");
        var submission = await db.Submissions.OwnedBy(number, ReceiptSecrets.Hash(ask.Secret)).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(ct);
        if (submission is not { } id) return Refusal.Invalid("number", "receipt-unknown");
        if (await db.HeldReceipts.AnyAsync(h => h.UserId == caller.UserId && h.SubmissionId == id, ct)) return Done.It;
        db.Add(new HeldReceipt(id, caller.UserId!, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
