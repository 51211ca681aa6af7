using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>One's own words and what became of them, without the secret.</summary>
[Audience(Audience.SignedIn)]
public sealed record GetHeldReceipt(string Number) : IRequest<Outcome<ReceiptView>>;

sealed class GetHeldReceiptHandler(AppDbContext db, ReceiptViews views, Caller caller) : IRequestHandler<GetHeldReceipt, Outcome<ReceiptView>>
{
    public async Task<Outcome<ReceiptView>> Handle(GetHeldReceipt ask, CancellationToken ct)
    {
        if (!ReceiptNumber.TryParse(ask.Number, out var number)) return Refusal.NotFound;
        return await views.Of(db.Submissions.HeldBy(db, caller.UserId).Where(s => s.Number == number), ct) is { } view ? view : Refusal.NotFound;
    }
}
