using System.Security.Cryptography;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Eligibility;

/// <summary>確認コードの手紙: asked for, printed and posted by staff, typed in by whoever got it.</summary>
public sealed class PostedCode : Aggregate
{
    /// <summary>Wrong codes before the letter is worth nothing.</summary>
    public const int TriesAtMost = 5;

    /// <summary>From the asking, and anew from the posting.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    PostedCode() { }

    /// <param name="letter">Name, address and code for the printer, sealed; gone once it is posted, or waits no longer.</param>
    public PostedCode(string userId, byte[] person, byte[] codeHash, string letter, DateTimeOffset now)
    {
        (Id, UserId, Person, CodeHash, Letter, AskedAt) = (Guid.CreateVersion7(now), userId, person, codeHash, letter, now);
        Log("eligibility.code-asked", $"account:{userId}");
    }

    public Guid Id { get; private set; }
    public string UserId { get; private set; } = "";
    public byte[] Person { get; private set; } = [];
    public byte[] CodeHash { get; private set; } = [];
    public string? Letter { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? PostedAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }
    public int Tries { get; private set; }

    /// <summary>It can still be typed in, or is on its way to be posted.</summary>
    public bool WaitsAt(DateTimeOffset now) => UsedAt is null && Tries < TriesAtMost && now < (PostedAt ?? AskedAt) + Lifetime;

    /// <summary>The same letter, sealed with another key.</summary>
    public void SealAnew(string letter) => Letter = letter;

    public Outcome<Done> Post(DateTimeOffset now)
    {
        if (PostedAt is not null) return Refusal.Conflict("letter-posted");
        (PostedAt, Letter) = (now, null);
        Log("eligibility.code-posted", $"account:{UserId}");
        return Done.It;
    }

    /// <summary>It was not posted in time, so whom it was for is forgotten.</summary>
    public void Lapse()
    {
        Letter = null;
        Log("eligibility.code-lapsed", $"account:{UserId}");
    }

    /// <summary>Counts the try whatever comes of it; save it also when it is refused.</summary>
    public Outcome<Done> Try(byte[] codeHash, DateTimeOffset now)
    {
        if (!WaitsAt(now)) return Refusal.Invalid("code", Tries >= TriesAtMost ? "code-tries" : "code-over");
        Tries++;
        if (!CryptographicOperations.FixedTimeEquals(codeHash, CodeHash))
        {
            Log("eligibility.code-wrong", $"account:{UserId}");
            if (Tries >= TriesAtMost) Letter = null;
            return Refusal.Invalid("code", Tries >= TriesAtMost ? "code-tries" : "code-not-it");
        }
        (UsedAt, Letter) = (now, null);
        return Done.It;
    }
}
