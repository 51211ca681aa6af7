using Participation.Domain.Ledger;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Consultations;

/// <summary>
/// 入力の取消し: paper that staff keyed in by mistake, or twice, counts no longer, its sender neither. It is kept with the reason, and can
/// come back. It is no withdrawal, which is its sender's alone and before the close alone.
/// </summary>
public sealed partial class Submission
{
    /// <summary>When staff took back what they had keyed in; null while it stands.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>Takes it back. What was split or put aside is undone first.</summary>
    /// <param name="seen">The version that was being looked at.</param>
    /// <param name="withSheet">Whether it goes with all that came with its sheet, and comes back with it.</param>
    public Outcome<Done> Void(string? why, int seen, Consultation consultation, string by, DateTimeOffset now, bool withSheet = false)
    {
        if (Standing(seen, consultation) is { } stands) return stands;
        if (VoidedAt is not null) return Refusal.Conflict("already-void");
        if (KeyedBy is null) return Refusal.Conflict("not-keyed-in");
        if (string.IsNullOrWhiteSpace(why)) return Refusal.Invalid("reason", "required");
        if (why.Trim().Length > SubmissionRules.ReasonAtMost) return Refusal.Invalid("reason", "field-too-long", SubmissionRules.ReasonAtMost);
        if (opinions.Any(o => o.Status != Status && o.Status is not SubmissionStatus.Undone)) return Refusal.Conflict("undo-parts-first");
        var left = opinions.Where(o => o.Counts).ToList();
        Recount(() =>
        {
            VoidedAt = now;
            foreach (var opinion in left) opinion.Become(SubmissionStatus.OutOfScope, why.Trim());
        });
        DeskVersion++;
        Tell(consultation.Stream, Kinds.OpinionLeft, Naming(left));
        Enter(withSheet ? DeskAct.VoidedWithSheet : DeskAct.Voided, by, now, why.Trim());
        return Done.It;
    }

    /// <summary>Takes that back: it counts as it did.</summary>
    public Outcome<Done> Restore(int seen, Consultation consultation, string by, DateTimeOffset now)
    {
        if (Standing(seen, consultation) is { } stands) return stands;
        if (VoidedAt is null) return Refusal.Conflict("not-void");
        var back = opinions.Where(o => o.Status is SubmissionStatus.OutOfScope).ToList();
        Recount(() =>
        {
            VoidedAt = null;
            foreach (var opinion in back) opinion.Become(Status);
        });
        DeskVersion++;
        Tell(consultation.Stream, Kinds.OpinionReturned, Naming(back));
        Enter(DeskAct.Restored, by, now);
        return Done.It;
    }

    Refusal? Standing(int seen, Consultation consultation) =>
        seen != DeskVersion ? Refusal.ChangedMeanwhile
        : consultation.PublishedAt is not null ? Refusal.Conflict("result-published")
        : Status is SubmissionStatus.Withdrawn ? Refusal.Conflict("already-withdrawn")
        : null;
}
