using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Participation.Application.People;
using Participation.Data.People;
using Participation.Domain.Outcomes;

namespace Participation.Web.People;

/// <summary>What a browser is asked to sign, and the same sealed: it comes back with the answer.</summary>
sealed record PasskeyChallenge(string Options, string State);

/// <summary>
/// Talks WebAuthn with browsers through Identity's handler. What was asked travels sealed with the form and not in the cookie that
/// Identity would use, which holds the second step of somebody who has just given a password.
/// </summary>
sealed class Passkeys(IPasskeyHandler<User> handler, AccountSeal accounts, IDataProtectionProvider protection)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    static readonly Refusal Failed = new(RefusalKind.Unauthenticated, "passkey-failed");

    public async Task<PasskeyChallenge> AskForNew(User user, HttpContext http)
    {
        var owner = accounts.Open(user);
        var asked = await handler.MakeCreationOptionsAsync(new() { Id = user.Id, Name = owner.Email, DisplayName = owner.Name }, http);
        return new(asked.CreationOptionsJson, Seal("new").Protect(asked.AttestationState ?? "", Patience));
    }

    public async Task<Outcome<UserPasskeyInfo>> Attest(string userId, string? credential, string? state, HttpContext http)
    {
        if (Open("new", state) is not { } asked || string.IsNullOrEmpty(credential)) return Failed;
        var made = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = asked });
        return made.Succeeded && made.UserEntity.Id == userId ? made.Passkey : Failed;
    }

    /// <summary>Of anybody: the passkey says whose it is.</summary>
    public async Task<PasskeyChallenge> AskForSignIn(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        return new(asked.RequestOptionsJson, Seal("sign in").Protect(asked.AssertionState ?? "", Patience));
    }

    public async Task<Outcome<(User User, UserPasskeyInfo Passkey)>> Assert(string? credential, string? state, HttpContext http)
    {
        if (Open("sign in", state) is not { } asked || string.IsNullOrEmpty(credential)) return Failed;
        var shown = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = asked });
        return shown.Succeeded ? (shown.User, shown.Passkey) : Failed;
    }

    ITimeLimitedDataProtector Seal(string purpose) => protection.CreateProtector("passkey", purpose).ToTimeLimitedDataProtector();

    string? Open(string purpose, string? state)
    {
        try
        {
            return string.IsNullOrEmpty(state) ? null : Seal(purpose).Unprotect(state);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
