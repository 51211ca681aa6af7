using System.Buffers.Text;
using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>Takes away the app, or one passkey.</summary>
/// <param name="Passkey">Its id; null for the app.</param>
[Audience(Audience.SignedIn)]
public sealed record RemoveSecondStep(string? Passkey, string? Current) : IRequest<Outcome<Done>>;

sealed class RemoveSecondStepHandler(AppDbContext db, OwnAccount own, SecondSteps steps, AccountPost post, TimeProvider clock)
    : IRequestHandler<RemoveSecondStep, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(RemoveSecondStep ask, CancellationToken ct)
    {
        if (ask.Passkey is not null && !Base64Url.IsValid(ask.Passkey)) return Refusal.NotFound;
        var found = await own.FindBy(ask.Current, ct);
        if (found.Refused) return found.Why;
        if (ask.Passkey is null) await steps.RemoveApp(found.Value, ct);
        else await steps.RemovePasskey(found.Value, Base64Url.DecodeFromChars(ask.Passkey));
        db.Add(found.Value.DeedOf(ask.Passkey is null ? AccountDeedKind.AppRemoved : AccountDeedKind.PasskeyRemoved, clock));
        await post.QueueTold("second-factor-changed", found.Value, ct, "/account/recover");
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
