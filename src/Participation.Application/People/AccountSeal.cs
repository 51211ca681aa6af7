using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Participation.Application.Eligibility;
using Participation.Data;
using Participation.Data.People;

namespace Participation.Application.People;

/// <summary>Whose account it is.</summary>
/// <param name="Unreadable">The keys it was sealed with are not here.</param>
public sealed record AccountOwner(string Name, string Email, bool Unreadable = false);

/// <summary>
/// Seals an account's name and address before it is kept, and opens them for those who may read them (docs/adr/0013-accounts.md). An
/// account is found by a keyed hash of its address.
/// </summary>
public sealed partial class AccountSeal(PersonKeys keys, IDataProtectionProvider protection, ILogger<AccountSeal> log)
{
    /// <summary>Three bytes for a kanji instead of six.</summary>
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly AccountOwner Unread = new("", "", Unreadable: true);

    readonly IDataProtector seal = protection.CreateProtector("account");

    /// <summary>A new account of somebody's; saving it is left to whoever asked.</summary>
    public async ValueTask<User> New(string name, string email, CancellationToken ct)
    {
        var user = new User();
        await Keep(user, new(name, email), ct);
        return user;
    }

    public async ValueTask Keep(User user, AccountOwner owner, CancellationToken ct)
    {
        var key = Convert.ToHexStringLower(await keys.AccountOf(Fold(owner.Email), ct));
        // The id goes in with it: laid into another account, it does not open there.
        user.Seal(seal.Protect(JsonSerializer.SerializeToUtf8Bytes<string[]>([user.Id, owner.Name, owner.Email], Plain)), key);
    }

    /// <summary>In clear again, for a version that knows no seal.</summary>
    /// <returns>False, and left sealed, when its keys are not here.</returns>
    public bool Unseal(User user)
    {
        var owner = Open(user);
        if (!owner.Unreadable) user.Unseal(owner.Name, owner.Email, Fold(owner.Email));
        return !owner.Unreadable;
    }

    public AccountOwner Open(User user) => user.Sealed is null ? new(user.DisplayName, user.Email ?? "") : Open(user.Id, user.Sealed);

    public AccountOwner Open(string id, byte[] kept)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(seal.Unprotect(kept)) is [var owner, var name, var email] && owner == id ? new(name, email) : Unread;
        }
        catch (CryptographicException)
        {
            return Unread;
        }
    }

    /// <summary>The same with the newest key.</summary>
    public byte[] Reseal(byte[] kept) => seal.Protect(seal.Unprotect(kept));

    /// <summary>What the account of an address is found by: the keyed hash and, in a row from before, the address itself.</summary>
    public async ValueTask<string[]> KeysOf(string email, CancellationToken ct)
    {
        var folded = Fold(email);
        try
        {
            return [Convert.ToHexStringLower(await keys.AccountOf(folded, ct)), folded];
        }
        catch (CryptographicException)
        {
            LogNoKey();
            return [folded];
        }
    }

    /// <summary>The names colleagues see, by account; one command, however many are asked for.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesOf(AppDbContext db, IEnumerable<string?> accounts, CancellationToken ct)
    {
        var ids = accounts.OfType<string>().Distinct().ToArray();
        var rows = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.Sealed, u.DisplayName }).ToListAsync(ct);
        return rows.ToDictionary(u => u.Id, u => u.Sealed is null ? u.DisplayName : Open(u.Id, u.Sealed).Name);
    }

    /// <summary>As Identity compares addresses. In upper case: none can be mistaken for a hash.</summary>
    static string Fold(string email) => email.Normalize().ToUpperInvariant();

    [LoggerMessage(Level = LogLevel.Error, Message = "The key that accounts are found by can't be opened: the key ring is not the one it was sealed with (docs/settings.md)")]
    partial void LogNoKey();
}
