using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Participation.Data.Ledger;

namespace Participation.Application.Ledger;

/// <summary>Sheets that were looked through and wait for a yes: sealed, known by what is in them, gone after a day.</summary>
sealed class SheetStore(ScanOptions options, IDataProtectionProvider protection, TimeProvider clock)
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    readonly IDataProtector seal = protection.CreateProtector("sheets");

    string Folder => Path.Combine(options.Folder, "sheets");

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public async Task<string> Put(byte[] bytes, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.EnumerateFiles(Folder).Where(f => clock.GetUtcNow() - File.GetLastWriteTimeUtc(f) > Kept)) File.Delete(old);
        var hash = HashOf(bytes);
        var aside = Path.Combine(Folder, $"{Guid.NewGuid():N}.part");
        await File.WriteAllBytesAsync(aside, seal.Protect(bytes), ct);
        File.SetLastWriteTimeUtc(aside, clock.GetUtcNow().UtcDateTime);
        File.Move(aside, Path.Combine(Folder, hash), overwrite: true);
        return hash;
    }

    /// <returns>Null when it is not there any more.</returns>
    public async Task<byte[]?> Find(string hash, CancellationToken ct)
    {
        if (hash.Length is not 64 || !hash.All(char.IsAsciiHexDigitLower)) return null;
        var path = Path.Combine(Folder, hash);
        if (!File.Exists(path)) return null;
        try
        {
            return seal.Unprotect(await File.ReadAllBytesAsync(path, ct));
        }
        catch (CryptographicException)
        {
            // Sealed with a key that is gone.
            return null;
        }
    }
}
