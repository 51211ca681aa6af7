using System.Text;

namespace Participation.Data.Search;

/// <summary>
/// Words cut into pairs of characters, which is how they are indexed: Japanese has no spaces to cut at, and its words are mostly two
/// characters long, one too few for the trigrams that both engines have ready (docs/adr/0010-search.md).
/// </summary>
static class Grams
{
    /// <summary>Each character with the next one; the last of a word alone. In order, so that what follows can be asked for as a phrase.</summary>
    public static IEnumerable<string> Of(string folded)
    {
        Rune? last = null;
        foreach (var rune in folded.EnumerateRunes())
        {
            var ends = rune.Value is ' ';
            if (last is { } before) yield return ends ? before.ToString() : $"{before}{rune}";
            last = ends ? null : rune;
        }
        if (last is { } end) yield return end.ToString();
    }

    /// <summary>What a term's words must hold next to each other: its pairs, without the end that another character may follow.</summary>
    public static IReadOnlyList<string> Pairs(string term)
    {
        var grams = Of(term).ToList();
        return grams.Count > 1 ? grams[..^1] : grams;
    }

    /// <summary>A pair, or a character, as one number: smaller than text in an index, and the same in every locale.</summary>
    public static int Code(string gram)
    {
        var code = 0u;
        foreach (var rune in gram.EnumerateRunes()) code = (code * 2654435761u) ^ (uint)rune.Value;
        return unchecked((int)code);
    }
}
