using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Web.People;

/// <summary>Lets people in. An unknown address gets the same answer after the same work as a wrong password.</summary>
sealed class Doorkeeper(
    SignInManager<User> signIn, UserManager<User> users, SignInPaces paces, KnownDevices devices, Networks networks, Passkeys passkeys, AppDbContext db,
    TimeProvider clock)
{
    /// <summary>The claim that says how somebody proved who they are: <c>pwd</c>, or <c>mfa</c> with a second step or a passkey.</summary>
    public const string Method = "amr";

    public const string SecondStepDone = "mfa";

    /// <summary>Codes have six digits: tries from many networks together are few too, save on a known device.</summary>
    const int CodesFromAnywhere = 30;

    /// <summary>No password has this hash; checking against it takes as long as against any other.</summary>
    static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<User>().HashPassword(new User(), Guid.NewGuid().ToString()));

    static readonly Refusal Failed = new(RefusalKind.Unauthenticated, "sign-in-failed");
    static readonly Refusal CodeFailed = new(RefusalKind.Unauthenticated, "code-wrong");

    public async Task<Outcome<Entry>> ByPassword(string? email, string? password, HttpContext http)
    {
        (email, password) = (email?.Trim() ?? "", password ?? "");
        if (!networks.MayTry(http)) return TryLater(TimeSpan.FromMinutes(1));
        var user = email.Length is 0 or > 254 || password.Length > 200 ? null : await users.FindByEmailAsync(email);
        var pace = devices.NameFor(user?.Id, http) is { } device ? $"device {device}" : $"{Networks.Of(http)} {email.ToUpperInvariant()}";
        if (paces.Begin(pace) is { Ticks: > 0 } wait) return TryLater(wait);
        if (user?.PasswordHash is null)
        {
            users.PasswordHasher.VerifyHashedPassword(new User(), NobodysHash.Value, password);
            return Failed;
        }
        if (!await users.CheckPasswordAsync(user, password)) return Failed;
        paces.Forgive(pace);
        var entry = await Admit(user, http);
        // An old hash may have been made anew.
        await db.SaveChangesAsync(http.RequestAborted);
        return entry;
    }

    /// <summary>Lets in whoever has just proved by a mail who they are; a second step is still asked for.</summary>
    public async Task<Entry> ByMail(AccountId account, HttpContext http) => await Admit((await users.FindByIdAsync(account.Value))!, http);

    /// <summary>The second step: an app's code, or one of the codes on paper.</summary>
    public async Task<Outcome<Entry>> ByCode(string? code, HttpContext http)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user) return new Refusal(RefusalKind.Unauthenticated, "sign-in-again");
        var device = devices.NameFor(user.Id, http);
        var pace = device is null ? $"code {Networks.Of(http)} {user.Id}" : $"code {device}";
        if (paces.Begin(pace) is { Ticks: > 0 } wait) return TryLater(wait);
        if (device is null && paces.Begin($"code {user.Id}", CodesFromAnywhere) is { Ticks: > 0 } longer) return TryLater(longer);
        var plain = string.Concat((code ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit));
        if (plain.Length is 6 && plain.All(char.IsAsciiDigit))
        {
            if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, plain)) return CodeFailed;
        }
        else
        {
            if (plain.Length is 0 or > 20 || !(await users.RedeemTwoFactorRecoveryCodeAsync(user, plain)).Succeeded) return CodeFailed;
            db.Add(new AccountDeed(user.Id, AccountDeedKind.CodeUsed, clock.GetUtcNow()));
        }
        paces.Forgive(pace);
        paces.Forgive($"code {user.Id}");
        await db.SaveChangesAsync(http.RequestAborted);
        await SignIn(user, SecondStepDone, http);
        return Entry.Entered;
    }

    /// <summary>A passkey is both steps in one: the device, and the finger or number that unlocks it.</summary>
    public async Task<Outcome<Entry>> ByPasskey(string? credential, string? state, HttpContext http)
    {
        if (!networks.MayTry(http)) return TryLater(TimeSpan.FromMinutes(1));
        var shown = await passkeys.Assert(credential, state, http);
        if (shown.Refused) return shown.Why;
        // It counts how often it was used: a copy would be found out.
        await users.AddOrUpdatePasskeyAsync(shown.Value.User, shown.Value.Passkey);
        await db.SaveChangesAsync(http.RequestAborted);
        await SignIn(shown.Value.User, SecondStepDone, http);
        return Entry.Entered;
    }

    /// <summary>Keeps whoever has just shown a second step of theirs in, as one who has done it.</summary>
    public async Task StayInBySecondStep(string userId, HttpContext http) => await SignIn((await users.FindByIdAsync(userId))!, SecondStepDone, http);

    /// <summary>Keeps this window in after something that signs out all the others.</summary>
    public async Task StayIn(string userId) => await signIn.RefreshSignInAsync((await users.FindByIdAsync(userId))!);

    /// <summary>Lets this window out.</summary>
    public Task LetOut() => signIn.SignOutAsync();

    async Task<Entry> Admit(User user, HttpContext http)
    {
        if (!user.TwoFactorEnabled)
        {
            await SignIn(user, "pwd", http);
            return Entry.Entered;
        }
        var half = new ClaimsIdentity([new Claim(ClaimTypes.Name, user.Id)], IdentityConstants.TwoFactorUserIdScheme);
        await http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(half));
        return Entry.SecondStep;
    }

    async Task SignIn(User user, string method, HttpContext http)
    {
        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [new Claim(Method, method)]);
        devices.Remember(user.Id, http);
    }

    static Refusal TryLater(TimeSpan wait) => new(RefusalKind.TooOften, "try-later", (int)Math.Ceiling(wait.TotalSeconds));
}

/// <summary>How far somebody came.</summary>
enum Entry
{
    Entered,
    /// <summary>The second step is still asked for.</summary>
    SecondStep,
}
