using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Participation.Data.People;

/// <summary>
/// Identity's store, which here changes rows and leaves saving to whoever asked: account, mail and audit entry are one commit.
/// What Identity would keep in clear beside the password's hash, an app's key and the recovery codes, is sealed and hashed.
/// </summary>
public sealed class PeopleStore : UserOnlyStore<User, AppDbContext>
{
    readonly IDataProtector seal;

    public PeopleStore(AppDbContext db, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null) : base(db, describer)
    {
        seal = protection.CreateProtector("authenticator key");
        AutoSaveChanges = false;
    }

    /// <summary>
    /// The base attaches the account anew, which would forget that it is still to be inserted, or what its stamp was when it was read.
    /// </summary>
    public override async Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken = default)
    {
        if (Context.Entry(user).State is EntityState.Detached) return await base.UpdateAsync(user, cancellationToken);
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        return IdentityResult.Success;
    }

    public override Task SetAuthenticatorKeyAsync(User user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, seal.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(User user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { Length: > 0 } key ? seal.Unprotect(key) : null;

    public override Task ReplaceCodesAsync(User user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => Hash(user, code)), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(User user, string code, CancellationToken cancellationToken)
    {
        var left = (await GetTokenAsync(user, "[AspNetUserStore]", "RecoveryCodes", cancellationToken) ?? "").Split(';').ToList();
        if (!left.Remove(Hash(user, code))) return false;
        // The base hashes nothing: it must not be given through ours, which would hash twice.
        await base.ReplaceCodesAsync(user, left, cancellationToken);
        return true;
    }

    /// <summary>People copy codes from paper: case, spaces and hyphens do not matter.</summary>
    static string Hash(User user, string code) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{user.Id} {string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()}")));
}
