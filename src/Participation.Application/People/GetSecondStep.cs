using System.Buffers.Text;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Participation.Application.Pipeline;
using Participation.Data.People;
using Participation.Domain.Outcomes;

namespace Participation.Application.People;

/// <summary>What the caller's second step is made of.</summary>
[Audience(Audience.SignedIn)]
public sealed record GetSecondStep : IRequest<Outcome<SecondStepView>>;

public sealed record SecondStepView(bool Asked, bool HasApp, int CodesLeft, IReadOnlyList<PasskeyRow> Passkeys);

/// <param name="Id">As addresses spell it.</param>
public sealed record PasskeyRow(string Id, string? Name, DateTimeOffset CreatedAt);

sealed class GetSecondStepHandler(OwnAccount own, UserManager<User> users, SecondSteps steps) : IRequestHandler<GetSecondStep, Outcome<SecondStepView>>
{
    public async Task<Outcome<SecondStepView>> Handle(GetSecondStep ask, CancellationToken ct)
    {
        if (await own.Find(ct) is not { } user) return Refusal.NotFound;
        var passkeys = await users.GetPasskeysAsync(user);
        return new SecondStepView(user.TwoFactorEnabled, await steps.HasApp(user), await users.CountRecoveryCodesAsync(user),
            [.. passkeys.OrderBy(p => p.CreatedAt).Select(p => new PasskeyRow(Base64Url.EncodeToString(p.CredentialId), p.Name, p.CreatedAt))]);
    }
}
