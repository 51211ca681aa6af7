using Participation.Domain.Ledger;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Consultations;

/// <summary>Splitting into points, masking, and what is out of scope: beside the original, and undoable until the result is published, masking even then.</summary>
public sealed partial class Submission
{
    Opinion? fresh;

    /// <summary>A stretch of an original becomes an opinion of its own; the original's parts count in its place from then on.</summary>
    public Outcome<Opinion> SplitOff(
        Guid original, TextStretch stretch, (string? Anchor, string? Section) place, int seen, Consultation consultation, string by, DateTimeOffset now)
    {
        if (Find(original, seen, consultation) is var found && found.Refused) return found.Why;
        var whole = found.Value;
        if (whole.PartOf is not null || !(whole.Counts || whole.Status is SubmissionStatus.Split)) return Refusal.Conflict("opinion-not-splittable");
        if (!stretch.Fits(whole.Text) || string.IsNullOrWhiteSpace(stretch.In(whole.Text))) return Refusal.Invalid("stretch", "stretch-empty");
        if (stretch.In(whole.Text).Trim() == whole.Text.Trim() && place.Anchor == whole.Anchor) return Refusal.Invalid("stretch", "stretch-whole");
        if (PartsOf(whole).Any(p => p.Part!.Value.Overlaps(stretch))) return Refusal.Invalid("stretch", "stretch-overlaps");
        if (opinions.Count >= SubmissionRules.PartsAtMost) return Refusal.Conflict("too-many-opinions", SubmissionRules.PartsAtMost);

        var part = new Opinion(whole, stretch, opinions.Max(o => o.Ordinal) + 1, place.Anchor, place.Section, Status, now);
        var leaves = whole.Counts;
        Recount(() =>
        {
            whole.Become(SubmissionStatus.Split);
            opinions.Add(part);
        });
        // First: the part's sequence is its event's (Foresee).
        Tell(consultation.Stream, part.ArrivalKind, part.ArrivalData());
        fresh = part;
        if (leaves) Tell(consultation.Stream, Kinds.OpinionLeft, Naming([whole]));
        Enter(DeskAct.Split, by, now);
        return part;
    }

    /// <summary>Takes a part back; with the last one the original counts again.</summary>
    public Outcome<Done> UndoSplit(Guid part, int seen, Consultation consultation, string by, DateTimeOffset now)
    {
        if (Find(part, seen, consultation) is var found && found.Refused) return found.Why;
        var taken = found.Value;
        if (taken.PartOf is not { } of || taken.Status is SubmissionStatus.Undone) return Refusal.Conflict("nothing-to-undo");
        var whole = opinions.Single(o => o.Id == of);
        var left = taken.Counts;
        Recount(() =>
        {
            taken.Become(SubmissionStatus.Undone);
            whole.TakeMasksOf(taken);
            if (!PartsOf(whole).Any()) whole.Become(Status);
        });
        if (left) Tell(consultation.Stream, Kinds.OpinionLeft, Naming([taken]));
        if (whole.Counts) Tell(consultation.Stream, Kinds.OpinionReturned, Naming([whole]));
        Enter(DeskAct.SplitUndone, by, now);
        return Done.It;
    }

    /// <summary>
    /// Hides stretches of an opinion in what is shown; none of them shows it all again. It counts for nothing in the result, so that it
    /// can be done after publication too, with a reason.
    /// </summary>
    /// <param name="quote">Whether the passage's words that it quotes are hidden as well.</param>
    public Outcome<Done> Mask(
        Guid id, IReadOnlyList<TextStretch> stretches, int seen, Consultation consultation, string by, DateTimeOffset now, bool quote = false, string? why = null)
    {
        if (Find(id, seen) is var found && found.Refused) return found.Why;
        var opinion = found.Value;
        why = string.IsNullOrWhiteSpace(why) ? null : why.Trim();
        if (consultation.PublishedAt is not null && why is null) return Refusal.Invalid("maskWhy", "required");
        if (why?.Length > SubmissionRules.ReasonAtMost) return Refusal.Invalid("maskWhy", "field-too-long", SubmissionRules.ReasonAtMost);
        if (opinion.Status is SubmissionStatus.Split) return Refusal.Conflict("mask-its-parts");
        if (stretches.Any(s => !s.Fits(opinion.Text))) return Refusal.Invalid("stretch", "stretch-empty");
        if (TextStretches.HideAll(opinion.Text, stretches)) return Refusal.Invalid("stretch", "mask-whole");
        opinion.Hide(stretches, quote);
        Tell(consultation.Stream, Kinds.OpinionReworded, Naming([opinion]));
        Enter(stretches.Count is 0 && !opinion.QuoteHidden ? DeskAct.Unmasked : DeskAct.Masked, by, now, why);
        return Done.It;
    }

    /// <summary>対象外 with a reason, or back in when there is none.</summary>
    public Outcome<Done> Scope(Guid id, string? why, int seen, Consultation consultation, string by, DateTimeOffset now)
    {
        if (Find(id, seen, consultation) is var found && found.Refused) return found.Why;
        var opinion = found.Value;
        why = string.IsNullOrWhiteSpace(why) ? null : why.Trim();
        if (why?.Length > SubmissionRules.ReasonAtMost) return Refusal.Invalid("why", "field-too-long", SubmissionRules.ReasonAtMost);
        if (why is null ? opinion.Status is not SubmissionStatus.OutOfScope : !opinion.Counts) return Refusal.Conflict("scope-not-so");
        Recount(() => opinion.Become(why is null ? Status : SubmissionStatus.OutOfScope, why));
        Tell(consultation.Stream, why is null ? Kinds.OpinionReturned : Kinds.OpinionLeft, Naming([opinion]));
        Enter(why is null ? DeskAct.BackInScope : DeskAct.OutOfScope, by, now, why);
        return Done.It;
    }

    public override void Foresee(long sequence) => fresh?.PlaceAt(sequence);

    public override void Forget()
    {
        base.Forget();
        fresh = null;
    }

    IEnumerable<Opinion> PartsOf(Opinion whole) => opinions.Where(o => o.PartOf == whole.Id && o.Status is not SubmissionStatus.Undone);

    Outcome<Opinion> Find(Guid id, int seen, Consultation consultation) =>
        consultation.PublishedAt is not null ? Refusal.Conflict("result-published") : Find(id, seen);

    Outcome<Opinion> Find(Guid id, int seen)
    {
        if (Status is SubmissionStatus.Withdrawn) return Refusal.Conflict("already-withdrawn");
        if (VoidedAt is not null) return Refusal.Conflict("already-void");
        if (opinions.FirstOrDefault(o => o.Id == id) is not { } opinion) return Refusal.NotFound;
        return opinion.DeskVersion == seen ? opinion : Refusal.ChangedMeanwhile;
    }
}
