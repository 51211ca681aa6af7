using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Data.People;

namespace Participation.Application.People;

/// <summary>
/// Identity's store, which here changes rows and leaves saving to whoever asked: account, mail and audit entry are one commit.
/// What Identity would keep in clear beside the password's hash is sealed and hashed: whose account it is, an app's key, the recovery codes.
/// </summary>
sealed class PeopleStore : UserOnlyStore<User, AppDbContext>
{
    /// <summary>What the keys of apps are sealed for.</summary>
    public const string AppKeys = "authenticator key";

    readonly IDataProtector seal;
    readonly AccountSeal accounts;

    public PeopleStore(AppDbContext db, AccountSeal accounts, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null) : base(db, describer)
    {
        this.accounts = accounts;
        seal = protection.CreateProtector(AppKeys);
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

    /// <summary>The address is what somebody is called at the door.</summary>
    public override Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken = default) => GetEmailAsync(user, cancellationToken);

    /// <summary>Identity changes nothing of whoever has no address: one that can't be read gets the name of none (RFC 2606).</summary>
    public override Task<string?> GetEmailAsync(User user, CancellationToken cancellationToken = default) =>
        Task.FromResult<string?>(accounts.Open(user) is { Unreadable: false } owner ? owner.Email : $"{user.Id}@unread.invalid");

    public override Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken = default) => SetEmailAsync(user, userName, cancellationToken);

    public override async Task SetEmailAsync(User user, string? email, CancellationToken cancellationToken = default)
    {
        // One who can't be read is left as they are: their name would be lost.
        if (email is { Length: > 0 } && accounts.Open(user) is { Unreadable: false } owner && owner.Email != email) await accounts.Keep(user, owner with { Email = email }, cancellationToken);
    }

    /// <summary>Kept with the address and never apart from it.</summary>
    public override Task SetNormalizedEmailAsync(User user, string? normalizedEmail, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public override Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public override async Task<User?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default)
    {
        var keys = await accounts.KeysOf(normalizedEmail, cancellationToken);
        return await Users.SingleOrDefaultAsync(u => keys.Contains(u.NormalizedEmail), cancellationToken);
    }

    public override Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken = default) => FindByEmailAsync(normalizedUserName, cancellationToken);

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
