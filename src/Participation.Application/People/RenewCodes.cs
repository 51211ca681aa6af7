using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>予備のコードを作り直す: the old ones open nothing any more.</summary>
[Audience(Audience.SignedIn)]
public sealed record RenewCodes(string? Current) : IRequest<Outcome<SecondStepAdded>>;

sealed class RenewCodesHandler(AppDbContext db, OwnAccount own, SecondSteps steps, TimeProvider clock) : IRequestHandler<RenewCodes, Outcome<SecondStepAdded>>
{
    public async Task<Outcome<SecondStepAdded>> Handle(RenewCodes ask, CancellationToken ct)
    {
        var found = await own.FindBy(ask.Current, ct);
        if (found.Refused) return found.Why;
        if (!found.Value.TwoFactorEnabled) return Refusal.Conflict("no-second-step");
        var codes = await steps.NewCodes(found.Value);
        db.Add(found.Value.DeedOf(AccountDeedKind.CodesRenewed, clock));
        await db.SaveChangesAsync(ct);
        return new SecondStepAdded(codes);
    }
}
