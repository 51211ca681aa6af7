using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Answering;

/// <summary>
/// 公表した結果で伏せる言葉: hidden wherever an edition of a call is shown, the older ones too. No edition is changed by it: what was
/// published stays with its hash, for staff. It is shown again by another act, which stays beside the first.
/// </summary>
public sealed class ResultMask : Aggregate
{
    /// <summary>One character alone stands in too many words.</summary>
    public const int WordsAtLeast = 2;

    public const int ReasonAtMost = 500;

    ResultMask() { }

    public Guid Id { get; private set; }
    public int ConsultationId { get; private set; }

    /// <summary>As they stand in what was published.</summary>
    public string Words { get; private set; } = "";

    public string Reason { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>Since when they are shown again; null while they are hidden.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    public string? LiftedBy { get; private set; }
    public string? LiftReason { get; private set; }

    /// <summary>Whether words can be hidden: they would not take half of other words with them.</summary>
    public static bool Fits(string words) => words.Length >= WordsAtLeast && words.Any(char.IsLetterOrDigit);

    public static Outcome<ResultMask> Of(Consultation consultation, string words, string? reason, string by, DateTimeOffset now)
    {
        if (consultation.PublishedAt is null) return Refusal.Conflict("wrong-stage", consultation.StageAt(now), Stage.Published);
        if (!Fits(words)) return Refusal.Invalid("words", "words-too-short", WordsAtLeast);
        if (Why(reason, "reason") is { Refused: true } refused) return refused.Why!;
        var mask = new ResultMask { Id = Guid.CreateVersion7(now), ConsultationId = consultation.Id, Words = words, Reason = reason!.Trim(), By = by, At = now };
        mask.Note("result.masked", consultation);
        return mask;
    }

    public Outcome<Done> Lift(Consultation consultation, string? reason, string by, DateTimeOffset now)
    {
        if (LiftedAt is not null) return Refusal.ChangedMeanwhile;
        if (Why(reason, "why") is { Refused: true } refused) return refused.Why!;
        (LiftedAt, LiftedBy, LiftReason) = (now, by, reason!.Trim());
        Note("result.unmasked", consultation);
        return Done.It;
    }

    static Outcome<Done> Why(string? reason, string field) =>
        string.IsNullOrWhiteSpace(reason) ? Refusal.Invalid(field, "required")
        : reason.Trim().Length > ReasonAtMost ? Refusal.Invalid(field, "field-too-long", ReasonAtMost)
        : Done.It;

    // The audit trail keeps what it is told for ever: so not the words.
    void Note(string act, Consultation consultation)
    {
        Log(act, consultation.Stream, $$"""{"mask":"{{Id}}"}""");
        Tell(consultation.Stream, Kinds.ResultMasked);
    }
}
