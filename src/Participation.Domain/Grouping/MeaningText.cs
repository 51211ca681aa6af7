using System.Text;
using Participation.Domain.Plans;

namespace Participation.Domain.Grouping;

/// <summary>
/// A text as it is compared for its meaning: runs of kanji, katakana and Latin letters. Hiragana hold a sentence together and digits
/// say how much; neither says what it is about.
/// </summary>
sealed class MeaningText
{
    /// <summary>What a text opens with is mostly what it is about.</summary>
    const double OpeningWeighs = 1.5;

    /// <summary>Fewer letters before the first full stop (「意見です。」) open nothing yet.</summary>
    const int OpeningAtLeast = 12;

    const string Stops = "。!?！？";

    MeaningText(string plain, IReadOnlyList<WordRun> runs) => (Plain, Runs) = (plain, runs);

    /// <summary>NFKC, without the spaces and line breaks that letters and papers have between Japanese characters.</summary>
    public string Plain { get; }

    public IReadOnlyList<WordRun> Runs { get; }

    public static MeaningText Of(string text)
    {
        var plain = Unbroken(text);
        var opening = OpeningEnd(plain);
        var (cut, runs, at) = (ScriptRuns.Of(plain), new List<WordRun>(), 0);
        for (var i = 0; i < cut.Length; i++)
        {
            if (WordRun.Of(cut[i], i + 1 < cut.Length ? cut[i + 1] : "", at < opening ? OpeningWeighs : 1) is { } run) runs.Add(run);
            at += cut[i].Length;
        }
        return new(plain, runs);
    }

    static int OpeningEnd(string plain)
    {
        for (var i = 0; i < plain.Length; i++)
            if (i >= OpeningAtLeast && Stops.Contains(plain[i])) return i;
        return plain.Length;
    }

    static string Unbroken(string text)
    {
        // Rune by rune: a lone surrogate becomes U+FFFD here, where Normalize would throw.
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
        var normal = whole.ToString().Normalize(NormalizationForm.FormKC);
        var kept = new StringBuilder(normal.Length);
        for (var i = 0; i < normal.Length; i++)
        {
            var apart = char.IsWhiteSpace(normal[i]);
            if (!apart) kept.Append(normal[i]);
            else if (kept.Length > 0 && char.IsAsciiLetterOrDigit(kept[^1])) kept.Append(' ');
        }
        return kept.ToString();
    }
}
