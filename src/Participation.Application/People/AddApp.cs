using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>認証アプリを加える, the first half: a key to put into the app. Nothing is kept.</summary>
[Audience(Audience.SignedIn)]
public sealed record StartApp : IRequest<Outcome<AppKey>>;

/// <param name="Address">otpauth, for a QR code.</param>
/// <param name="Sealed">Comes back with the code that the app shows.</param>
public sealed record AppKey(string Key, string Address, string Sealed);

/// <summary>The second half: the app has the key, and whoever asks the password. Another app that was there before is replaced.</summary>
[Audience(Audience.SignedIn)]
public sealed record AddApp(string? Sealed, string? Code, string? Current) : IRequest<Outcome<SecondStepAdded>>;

/// <param name="Codes">Recovery codes, when there were none; shown once and never again.</param>
public sealed record SecondStepAdded(IReadOnlyList<string> Codes);

sealed class AppHandlers(AppDbContext db, OwnAccount own, SecondSteps steps, AccountSeal accounts, AccountPost post, TimeProvider clock)
    : IRequestHandler<StartApp, Outcome<AppKey>>, IRequestHandler<AddApp, Outcome<SecondStepAdded>>
{
    public async Task<Outcome<AppKey>> Handle(StartApp ask, CancellationToken ct)
    {
        if (await own.Find(ct) is not { } user) return Refusal.NotFound;
        var (key, hidden) = steps.NewKey(user);
        return KeyFor(user, key, hidden);
    }

    public async Task<Outcome<SecondStepAdded>> Handle(AddApp ask, CancellationToken ct)
    {
        var found = await own.FindBy(ask.Current, ct);
        if (found.Refused) return found.Why;
        var user = found.Value;
        if (steps.KeyOf(user, ask.Sealed) is not { } key) return AccountRefusals.LinkOver;
        if (!await steps.TryApp(user, key, ask.Code, ct)) return Refusal.Invalid("code", "code-wrong");
        var codes = await steps.Begin(user);
        db.Add(user.DeedOf(AccountDeedKind.AppAdded, clock));
        await post.QueueTold("second-factor-changed", user, ct, "/account/recover");
        await db.SaveChangesAsync(ct);
        return new SecondStepAdded(codes);
    }

    AppKey KeyFor(User user, string key, string hidden) => new(
        key, $"otpauth://totp/{Uri.EscapeDataString(Letters.SiteName)}:{Uri.EscapeDataString(accounts.Open(user).Email)}?secret={key}&issuer={Uri.EscapeDataString(Letters.SiteName)}&digits=6", hidden);
}
