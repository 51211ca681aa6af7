using MediatR;
using Microsoft.AspNetCore.Identity;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>パスキーを加える: one that has just been attested for this account. The password was asked for before it was made.</summary>
[Audience(Audience.SignedIn)]
public sealed record AddPasskey(UserPasskeyInfo Passkey, string? Name) : IRequest<Outcome<SecondStepAdded>>;

/// <summary>The password is right, so a passkey may be made for this account.</summary>
[Audience(Audience.SignedIn)]
public sealed record AllowPasskey(string? Current) : IRequest<Outcome<Done>>;

sealed class PasskeyHandlers(AppDbContext db, OwnAccount own, UserManager<User> users, SecondSteps steps, AccountPost post, TimeProvider clock)
    : IRequestHandler<AllowPasskey, Outcome<Done>>, IRequestHandler<AddPasskey, Outcome<SecondStepAdded>>
{
    /// <summary>Nobody has more devices than this.</summary>
    const int AtMost = 20;

    public async Task<Outcome<Done>> Handle(AllowPasskey ask, CancellationToken ct)
    {
        var found = await own.FindBy(ask.Current, ct);
        return found.Refused ? found.Why : Done.It;
    }

    public async Task<Outcome<SecondStepAdded>> Handle(AddPasskey ask, CancellationToken ct)
    {
        if (await own.Find(ct) is not { } user) return Refusal.NotFound;
        if ((await users.GetPasskeysAsync(user)).Count >= AtMost) return Refusal.Invalid("name", "list-too-long");
        // Another's key must not become ours.
        if (await users.FindByPasskeyIdAsync(ask.Passkey.CredentialId) is not null) return Refusal.Conflict("passkey-known");
        ask.Passkey.Name = ask.Name?.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, Accounts.NameAtMost)] : null;
        if ((await users.AddOrUpdatePasskeyAsync(user, ask.Passkey)).RefusalOf() is { } refused) return refused;
        var codes = await steps.Begin(user);
        db.Add(user.DeedOf(AccountDeedKind.PasskeyAdded, clock));
        await post.QueueTold("second-factor-changed", user, ct, "/account/recover");
        await db.SaveChangesAsync(ct);
        return new SecondStepAdded(codes);
    }
}
