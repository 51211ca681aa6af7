using Participation.Domain.Outcomes;

namespace Participation.Domain.Eligibility;

/// <summary>
/// One person, one verification: that they are known, by which way and until when; nothing of how. Whoever proves to be the same
/// person under another account is told so.
/// </summary>
public sealed class Verification : Aggregate
{
    Verification() { }

    Verification(byte[] person, string userId) => (Person, UserId) = (person, userId);

    /// <summary>Keyed hash of <see cref="PersonalFacts.Person"/>.</summary>
    public byte[] Person { get; private set; } = [];

    /// <summary>Null when its account was deleted: that the person is known lasts until its end, so that nobody is two.</summary>
    public string? UserId { get; private set; }
    public Verifier Verifier { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>From here on it says nothing.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Counts its changes, so that two accounts at once are not both the same person.</summary>
    public int Version { get; private set; }

    public bool HoldsAt(DateTimeOffset now) => now < Until;

    /// <param name="known">What is known of the person, or null.</param>
    /// <param name="months">How long it holds.</param>
    public static Outcome<Verification> Give(Verification? known, byte[] person, string userId, Verifier by, int months, DateTimeOffset now)
    {
        // Whoever deletes an account to be somebody new has to come to the counter, where a person decides.
        if (known is { UserId: null } && known.HoldsAt(now) && by is not Verifier.Counter) return Refusal.Conflict("verified-elsewhere-gone");
        if (known is { UserId: not null } && known.UserId != userId && known.HoldsAt(now)) return Refusal.Conflict("verified-elsewhere");
        var given = known ?? new Verification(person, userId);
        (given.UserId, given.Verifier, given.At, given.Until) = (userId, by, now, now.AddMonths(months));
        given.Version++;
        given.Log("eligibility.verified", $"account:{userId}", $$"""{"by":"{{by}}"}""");
        return given;
    }

    /// <summary>It was a mistake, or the person moved away.</summary>
    public Outcome<Done> TakeBack(DateTimeOffset now)
    {
        if (!HoldsAt(now) || UserId is null) return Refusal.Conflict("verification-over");
        Until = now;
        Version++;
        Log("eligibility.taken-back", $"account:{UserId}");
        return Done.It;
    }
}
