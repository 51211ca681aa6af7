using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Participation.Application.Sealing;
using Participation.Data.Ledger;

namespace Participation.Application.Ledger;

/// <summary>Scans of paper as they are kept: a letter bears its sender's name, so its picture is sealed as the name is.</summary>
public sealed class SealedScans(ScanStore store, IDataProtectionProvider protection)
{
    /// <summary>How what is sealed begins; no kind of scan begins so. What does not is from before there were seals.</summary>
    static ReadOnlySpan<byte> Mark => [0x09, 0xF0, 0xC9, 0xF0];

    readonly IDataProtector seal = protection.CreateProtector("scan");

    public ScanOptions Options => store.Options;

    /// <returns>The file's name, which says nothing of what is in it.</returns>
    public Task<string> Put(byte[] bytes, CancellationToken ct) => store.Put(seal.Protect(bytes), ct);

    /// <returns>Null when it is not there any more, or the key that it is sealed with.</returns>
    public async Task<Stream?> Open(string name, CancellationToken ct)
    {
        await using var file = store.Open(name);
        if (file is null) return null;
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, ct);
        try
        {
            return new MemoryStream(bytes.AsSpan().StartsWith(Mark) ? seal.Unprotect(bytes) : bytes, writable: false);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <returns>Null when it is not there, or not sealed.</returns>
    public async Task<bool?> IsSealedBy(string name, SealKey key, CancellationToken ct)
    {
        await using var file = store.Open(name);
        if (file is null) return null;
        var head = new byte[Mark.Length + SealKey.Length];
        return await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct) == head.Length && head.AsSpan().StartsWith(Mark) ? key.Sealed(head) : null;
    }

    /// <summary>The same with the newest key, under the same name.</summary>
    /// <returns>False when its key is not here.</returns>
    public async Task<bool> Reseal(string name, CancellationToken ct)
    {
        if (await Open(name, ct) is not MemoryStream plain) return false;
        await store.Replace(name, seal.Protect(plain.ToArray()), ct);
        return true;
    }

    public void Remove(string name) => store.Remove(name);
}
