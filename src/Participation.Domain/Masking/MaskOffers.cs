using Participation.Domain.Ledger;

namespace Participation.Domain.Masking;

/// <summary>Words that may tell who somebody is, with every place where they stand: who hides a name once means it everywhere.</summary>
public sealed record MaskOffer(PersonalDataKind Kind, PersonalDataSign Sign, string Words, IReadOnlyList<TextStretch> Stretches);

/// <summary>What is offered for masking in a text.</summary>
public static class MaskOffers
{
    /// <summary>Each words once, in the order they first stand; what is masked already is not offered.</summary>
    public static IReadOnlyList<MaskOffer> In(string text, IReadOnlyList<TextStretch> masked)
    {
        var found = PersonalDataFinder.In(text);
        return
        [
            .. found.DistinctBy(f => text.Substring(f.Start, f.Length), StringComparer.Ordinal)
                .Select(f => new MaskOffer(f.Kind, f.Sign, text.Substring(f.Start, f.Length), Everywhere(text, f, masked, found))).Where(o => o.Stretches.Count > 0),
        ];
    }

    /// <summary>Only where they were found, and where they stand outside of what else was found: 林 is not the 林 of 小林.</summary>
    static IReadOnlyList<TextStretch> Everywhere(string text, PersonalData it, IReadOnlyList<TextStretch> masked, IReadOnlyList<PersonalData> found)
    {
        var words = text.Substring(it.Start, it.Length);
        // A word of one or two letters stands in others: where it was not found itself it may be no name.
        var all = words.Length > ShortAtMost ? TextStretches.AllOf(words, text) : [.. found.Select(f => new TextStretch(f.Start, f.Length)).Where(f => f.In(text) == words)];
        return [.. all.Where(s => !masked.Any(m => m.Start <= s.Start && s.End <= m.End) && !found.Any(f => s.Overlaps(new(f.Start, f.Length)) && (f.Start != s.Start || f.Length != s.Length)))];
    }

    const int ShortAtMost = 2;
}
