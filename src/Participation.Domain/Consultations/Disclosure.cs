using Participation.Domain.Ledger;

namespace Participation.Domain.Consultations;

/// <summary>情報公開: an original as it may be handed out.</summary>
public static class Disclosure
{
    /// <summary>
    /// The original's words with everything hidden that is hidden in it or in its parts: once it is split, staff mask the parts. What
    /// belongs to no part nobody has looked at for this, so it stays hidden. Null while its words are withheld.
    /// </summary>
    public static string? Masked(Opinion original, IEnumerable<Opinion> all)
    {
        if (original.Withheld is not null) return null;
        if (original.Status is not SubmissionStatus.Split) return original.MaskedText ?? original.Text;
        var (hidden, at) = (new List<TextStretch>(original.Masked), 0);
        foreach (var part in all.Where(p => p.PartOf == original.Id && p.Status is not SubmissionStatus.Undone).OrderBy(p => p.PartStart))
        {
            var place = part.Part!.Value;
            Leave(at, place.Start);
            if (part.Withheld is not null) hidden.Add(place);
            else hidden.AddRange(part.Masked.Select(m => new TextStretch(place.Start + m.Start, m.Length)));
            at = place.End;
        }
        Leave(at, original.Text.Length);
        return TextStretches.Hide(original.Text, hidden);

        // Blanks and full stops between two parts tell nothing.
        void Leave(int from, int until)
        {
            if (until > from && original.Text[from..until].Any(char.IsLetterOrDigit)) hidden.Add(new(from, until - from));
        }
    }
}
