using System.Buffers;
using Participation.Domain.Ledger;

namespace Participation.Domain.Masking;

/// <summary>
/// What was masked in opinions, to be found again in words that would be published: a summary may have been drafted before somebody
/// masked the name that it tells.
/// </summary>
public sealed class MaskedWords
{
    /// <summary>One character alone stands in too many words; a whole sentence is in no summary.</summary>
    const int Shortest = 2, Longest = 60;

    public static readonly MaskedWords None = new([]);

    readonly IReadOnlyList<string> words;
    readonly SearchValues<string>? any;

    MaskedWords(IReadOnlyList<string> words) => (this.words, any) = (words, words.Count is 0 ? null : SearchValues.Create([.. words], StringComparison.Ordinal));

    /// <param name="opinions">Originals, each with its masks as they are written (<see cref="TextStretches"/>).</param>
    /// <param name="published">Words that were hidden in an edition: a correction would say them anew.</param>
    public static MaskedWords Of(IEnumerable<(string Text, string? Masks)> opinions, IReadOnlyList<string>? published = null) => new(
    [
        .. opinions.SelectMany(o => TextStretches.WordsIn(o.Text, o.Masks)).Concat(published ?? [])
            .Where(w => w.Length is >= Shortest and <= Longest && w.Any(char.IsLetterOrDigit)).Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length),
    ]);

    /// <summary>Where they stand in a text, apart from each other; of two that begin at one place the longer.</summary>
    public IReadOnlyList<TextStretch> In(string text)
    {
        var found = new List<TextStretch>();
        if (any is null) return found;
        for (var at = 0; text.AsSpan(at).IndexOfAny(any) is var next and >= 0;)
        {
            var start = at + next;
            var word = words.First(w => text.AsSpan(start).StartsWith(w, StringComparison.Ordinal));
            found.Add(new(start, word.Length));
            at = start + word.Length;
        }
        return found;
    }
}
