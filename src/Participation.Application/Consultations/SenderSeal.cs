using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Participation.Application.Eligibility;
using Participation.Domain.Consultations;

namespace Participation.Application.Consultations;

/// <summary>
/// Seals who sent something before it is kept, and opens it for those who may read it. The keys rotate by themselves and lie outside
/// the database (docs/adr/0018-sealed-senders.md).
/// </summary>
public sealed partial class SenderSeal(PersonKeys keys, IDataProtectionProvider protection, ILogger<SenderSeal> log)
{
    /// <summary>Three bytes for a kanji instead of six.</summary>
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly IDataProtector seal = protection.CreateProtector("sender");

    /// <returns>Null when nothing is stated of whoever sent it.</returns>
    public async ValueTask<SealedSender?> Seal(ReceiptNumber number, Sender sender, CancellationToken ct)
    {
        if (!sender.StatesWho()) return null;
        // The number goes in with it: laid beside another submission, it does not open there.
        var whole = JsonSerializer.SerializeToUtf8Bytes<string?[]>([number.Value, sender.Name, sender.Address, sender.Email], Plain);
        return new(seal.Protect(whole), await KeyOf(SenderField.Name, sender.Name, ct), await KeyOf(SenderField.Email, sender.Email, ct), await PrintOf(whole, ct));
    }

    /// <summary>Who sent it, with what lies beside it in clear. Its contact must be loaded.</summary>
    public Sender Open(Submission submission)
    {
        var known = new Sender(AgeBand: submission.AgeBand, District: submission.District);
        if (submission.Contact is not { } kept) return known;
        if (kept.Sealed is null) return known with { Name = kept.Name, Address = kept.Address, Email = kept.Email };
        return Words(kept) is [var number, var name, var address, var email] && number == submission.Number.Value
            ? known with { Name = name, Address = address, Email = email }
            : known with { Unreadable = true };
    }

    /// <summary>The keys it was sealed with are here.</summary>
    public bool Opens(byte[] kept) => Whole(kept) is not null;

    /// <summary>The same with the newest key.</summary>
    public byte[] Reseal(byte[] kept) => seal.Protect(seal.Unprotect(kept));

    /// <summary>It opens, and holds what it held when it was taken in.</summary>
    public async ValueTask<bool> IsAsItWas(Contact kept, CancellationToken ct) =>
        kept is { Sealed: { } hidden, Print: { } print } && Whole(hidden) is { } whole && (await PrintOf(whole, ct)).AsSpan().SequenceEqual(print);

    /// <returns>For a row from before there were prints; null when a key is not here.</returns>
    public async ValueTask<byte[]?> PrintOf(Contact kept, CancellationToken ct) => Whole(kept.Sealed!) is { } whole ? await PrintOf(whole, ct) : null;

    /// <summary>By which a name or an e-mail address is found; null when there is none, or when the key that it is made with is gone.</summary>
    public async ValueTask<byte[]?> KeyOf(SenderField field, string? text, CancellationToken ct)
    {
        if (text is null) return null;
        try
        {
            return await keys.SenderOf(field, field is SenderField.Email ? SenderFolds.Email(text) : SenderFolds.Name(text), ct);
        }
        catch (CryptographicException)
        {
            // An opinion is taken in all the same; it will only not be found by its sender.
            LogNoKey();
            return null;
        }
    }

    async ValueTask<byte[]?> PrintOf(byte[] whole, CancellationToken ct)
    {
        try
        {
            return await keys.PrintOf(whole, ct);
        }
        catch (CryptographicException)
        {
            // Said by KeyOf.
            return null;
        }
    }

    string?[]? Words(Contact kept)
    {
        if (Whole(kept.Sealed!) is not { } whole) return null;
        // Laid over the seal by somebody who has the keys, it is not read.
        if (kept.Print is { } print && keys.PrintNow(whole) is { } now && !now.AsSpan().SequenceEqual(print)) return null;
        return JsonSerializer.Deserialize<string?[]>(whole);
    }

    byte[]? Whole(byte[] kept)
    {
        try
        {
            return seal.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The key that senders are found by can't be opened: the key ring is not the one it was sealed with (docs/settings.md)")]
    partial void LogNoKey();
}
