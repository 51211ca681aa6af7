using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Participation.Data.People;

namespace Participation.Application.People;

/// <summary>
/// What a second step is made of. It is asked for as soon as there is an app or a passkey, and codes on paper go with it; with the
/// last of them gone, the password alone is enough again.
/// </summary>
sealed class SecondSteps(UserManager<User> users, IUserStore<User> store, IDataProtectionProvider protection)
{
    const int Codes = 10;

    readonly ITimeLimitedDataProtector seal = protection.CreateProtector("app to be added").ToTimeLimitedDataProtector();

    /// <summary>A key for an app, and the same sealed: it is kept once the app has shown that it has it.</summary>
    public (string Key, string Sealed) NewKey(User user)
    {
        var key = users.GenerateNewAuthenticatorKey();
        return (key, seal.Protect($"{user.Id} {key}", TimeSpan.FromHours(1)));
    }

    /// <returns>The sealed key; null when it is another's, or over.</returns>
    public string? KeyOf(User user, string? sealedKey)
    {
        try
        {
            return seal.Unprotect(sealedKey ?? "").Split(' ') is [var id, var key] && id == user.Id ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <returns>False, with nothing saved, when the code is not the key's.</returns>
    public async Task<bool> TryApp(User user, string key, string? code, CancellationToken ct)
    {
        await ((IUserAuthenticatorKeyStore<User>)store).SetAuthenticatorKeyAsync(user, key, ct);
        var digits = string.Concat((code ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsAsciiDigit));
        return await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, digits);
    }

    public async Task<bool> HasApp(User user) => await users.GetAuthenticatorKeyAsync(user) is not null;

    /// <summary>Asks for the second step from now on.</summary>
    /// <returns>Codes for paper, the first time.</returns>
    public async Task<IReadOnlyList<string>> Begin(User user)
    {
        await users.SetTwoFactorEnabledAsync(user, true);
        return await users.CountRecoveryCodesAsync(user) > 0 ? [] : await NewCodes(user);
    }

    public async Task<IReadOnlyList<string>> NewCodes(User user) => [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, Codes))!];

    public async Task RemoveApp(User user, CancellationToken ct)
    {
        await ((IUserAuthenticationTokenStore<User>)store).RemoveTokenAsync(user, "[AspNetUserStore]", "AuthenticatorKey", ct);
        await EndWithout(user, app: false, passkeys: (await users.GetPasskeysAsync(user)).Count);
    }

    public async Task RemovePasskey(User user, byte[] id)
    {
        var left = (await users.GetPasskeysAsync(user)).Count(passkey => !passkey.CredentialId.AsSpan().SequenceEqual(id));
        await users.RemovePasskeyAsync(user, id);
        await EndWithout(user, await HasApp(user), left);
    }

    async Task EndWithout(User user, bool app, int passkeys)
    {
        if (app || passkeys > 0)
        {
            await users.UpdateSecurityStampAsync(user);
            return;
        }
        await ((IUserTwoFactorRecoveryCodeStore<User>)store).ReplaceCodesAsync(user, [], CancellationToken.None);
        await users.SetTwoFactorEnabledAsync(user, false);
    }
}
