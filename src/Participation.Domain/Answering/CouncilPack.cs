using System.Security.Cryptography;
using System.Text;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Answering;

/// <summary>What a pack is put before its readers for.</summary>
public enum PackKind
{
    /// <summary>諮問.</summary>
    Consulting,
    /// <summary>答申.</summary>
    Advice,
    /// <summary>議会報告.</summary>
    Council,
}

/// <summary>
/// 議会・審議会に示した資料: the answers as they stood, fixed, so that what was put before its readers can be shown years later by its
/// hash. Read by whoever holds its link, from an hour that is set, until the result is public.
/// </summary>
public sealed class CouncilPack : Aggregate
{
    public const int NameAtMost = 100;

    CouncilPack() { }

    public Guid Id { get; private set; }
    public int ConsultationId { get; private set; }
    public PackKind Kind { get; private set; }

    /// <summary>Whom it is put before, and when: 総合振興審議会 第5回.</summary>
    public string Name { get; private set; } = "";

    public DateTimeOffset OpensAt { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public string MadeBy { get; private set; } = "";

    /// <summary>Of the secret in its link; the secret itself is nowhere kept.</summary>
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>What it says, as JSON.</summary>
    public string Contents { get; private set; } = "";

    /// <summary>SHA-256 of <see cref="Contents"/>.</summary>
    public string Hash { get; private set; } = "";

    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawnBy { get; private set; }

    /// <summary>It still says what was put before its readers.</summary>
    public bool Unchanged => HashOf(Contents) == Hash;

    public static Outcome<CouncilPack> Make(
        Consultation consultation, PackKind kind, string? name, DateTimeOffset? opensAt, string contents, byte[] secretHash, string by, DateTimeOffset now)
    {
        var words = name?.Trim();
        if (string.IsNullOrEmpty(words)) return Refusal.Invalid("name", "required");
        if (words.Length > NameAtMost) return Refusal.Invalid("name", "field-too-long", NameAtMost);
        if (!PlainText.IsClean(words)) return Refusal.Invalid("name", "control-characters");
        if (consultation.StageAt(now) is not (Stage.Closed or Stage.Answering)) return Refusal.Conflict("pack-stage");
        var pack = new CouncilPack
        {
            Id = Guid.CreateVersion7(now), ConsultationId = consultation.Id, Kind = kind, Name = words, OpensAt = opensAt ?? now, MadeAt = now, MadeBy = by,
            SecretHash = secretHash, Contents = contents, Hash = HashOf(contents),
        };
        pack.Log("pack.made", $"pack:{pack.Id}", $$"""{"hash":"{{pack.Hash}}"}""");
        return pack;
    }

    /// <summary>Why it can't be opened by its link now; null when it can. What it is about is public once the result is.</summary>
    public Refusal? Shut(Consultation consultation, DateTimeOffset now) =>
        consultation.PublishedAt is not null ? Refusal.Conflict("pack-public")
        : WithdrawnAt is not null ? Refusal.Conflict("pack-withdrawn")
        : now < OpensAt ? Refusal.Conflict("pack-not-yet")
        : null;

    public Outcome<Done> Withdraw(string by, DateTimeOffset now)
    {
        if (WithdrawnAt is not null) return Refusal.Conflict("pack-withdrawn");
        (WithdrawnAt, WithdrawnBy) = (now, by);
        Log("pack.withdrawn", $"pack:{Id}");
        return Done.It;
    }

    static string HashOf(string contents) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contents)));
}

/// <summary>One opening of a pack by its link.</summary>
public sealed class PackOpening
{
    PackOpening() { }

    public PackOpening(Guid pack, DateTimeOffset at) => (Id, PackId, At) = (Guid.CreateVersion7(at), pack, at);

    public Guid Id { get; private set; }
    public Guid PackId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
