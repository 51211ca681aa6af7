using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Participation.Application.Eligibility;
using Participation.Domain.Consultations;
using Participation.Domain.Mail;

namespace Participation.Application.Mail;

/// <summary>
/// Seals a letter before it is queued, and opens it for whoever sends it and for those who may read of it. A link in it opens an
/// account, so it is in no copy of the database (docs/adr/0018-sealed-senders.md).
/// </summary>
public sealed partial class LetterSeal(PersonKeys keys, IDataProtectionProvider protection, ILogger<LetterSeal> log)
{
    /// <summary>Three bytes for a kanji instead of six.</summary>
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly IDataProtector seal = protection.CreateProtector("mail");

    /// <summary>For this run alone, when the key that addresses are found by can't be opened.</summary>
    readonly byte[] spare = RandomNumberGenerator.GetBytes(32);

    /// <summary>A mail that can be saved with what it tells of.</summary>
    public async ValueTask<OutgoingMail> Queue(string key, Letter letter, DateTimeOffset now, CancellationToken ct) => new(key, await Seal(key, letter, ct), now);

    public async ValueTask<SealedLetter> Seal(string key, Letter letter, CancellationToken ct)
    {
        // The key goes in with it: laid beside another row, it does not open there, and nobody's link goes to somebody else.
        var whole = JsonSerializer.SerializeToUtf8Bytes<string?[]>([key, letter.To, letter.Subject, letter.Body, letter.Unsubscribe], Plain);
        return new(seal.Protect(whole), await KeyOf(letter.To, ct));
    }

    /// <summary>The same with the newest key.</summary>
    public byte[] Reseal(byte[] kept) => seal.Protect(seal.Unprotect(kept));

    /// <returns>Null when nothing is kept of it any more, or the keys it was sealed with are not here.</returns>
    public Letter? Open(OutgoingMail mail)
    {
        if (mail.Sealed is null) return mail.To is "" ? null : new(mail.To, mail.Subject, mail.Body, mail.Unsubscribe);
        try
        {
            return JsonSerializer.Deserialize<string?[]>(seal.Unprotect(mail.Sealed)) is [var key, { } to, { } subject, { } body, var unsubscribe] && key == mail.Key
                ? new(to, subject, body, unsubscribe) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>By which letters to an address are found.</summary>
    public async ValueTask<byte[]> KeyOf(string address, CancellationToken ct)
    {
        var folded = SenderFolds.Email(address);
        try
        {
            return await keys.MailboxOf(folded, ct);
        }
        catch (CryptographicException)
        {
            // Mail goes out all the same.
            LogNoKey();
            return HMACSHA256.HashData(spare, Encoding.UTF8.GetBytes(folded))[..16];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The key that letters are found by can't be opened: the key ring is not the one it was sealed with (docs/settings.md)")]
    partial void LogNoKey();
}
