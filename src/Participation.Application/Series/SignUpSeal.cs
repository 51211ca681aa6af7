using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Participation.Application.Eligibility;
using Participation.Domain.Consultations;
using Participation.Domain.Series;

namespace Participation.Application.Series;

/// <summary>A participant and the secret of their receipt, which later letters lead back to.</summary>
public sealed record KeptParticipant(Participant Who, string Secret);

/// <summary>Seals who signed up, as senders are sealed (docs/adr/0018-sealed-senders.md).</summary>
public sealed class SignUpSeal(PersonKeys keys, IDataProtectionProvider protection)
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly IDataProtector seal = protection.CreateProtector("sign-up");

    public async ValueTask<SealedParticipant> Seal(ReceiptNumber number, string secret, Participant who, CancellationToken ct)
    {
        // The number goes in with it: laid beside another sign-up, it does not open there.
        var whole = JsonSerializer.SerializeToUtf8Bytes(new Whole(number.Value, secret, who), Plain);
        return new(seal.Protect(whole), who.Email is { } email ? await KeyOf(email, ct) : null);
    }

    /// <summary>What the sign-up of a mailbox is found by while it stands.</summary>
    public ValueTask<byte[]> KeyOf(string email, CancellationToken ct) => keys.ParticipantOf(SenderFolds.Email(email), ct);

    /// <summary>The same with the newest key.</summary>
    public byte[] Reseal(byte[] kept) => seal.Protect(seal.Unprotect(kept));

    /// <returns>Null when it was put away, or the keys it was sealed with are not here.</returns>
    public KeptParticipant? Open(SignUp signUp)
    {
        if (signUp.Sealed is null) return null;
        try
        {
            return JsonSerializer.Deserialize<Whole>(seal.Unprotect(signUp.Sealed)) is { } whole && whole.Number == signUp.Number.Value ? new(whole.Who, whole.Secret) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    sealed record Whole(string Number, string Secret, Participant Who);
}
