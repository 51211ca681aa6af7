using System.Globalization;
using System.Text;

namespace Participation.Domain.Ledger;

/// <summary>A stretch of an original: where it begins and how long it is, in UTF-16 units as browsers count.</summary>
public readonly record struct TextStretch(int Start, int Length)
{
    public int End => Start + Length;

    public bool Overlaps(TextStretch other) => Start < other.End && other.Start < End;

    /// <summary>Whether it lies in the text and cuts no character in half.</summary>
    public bool Fits(string text) =>
        Start >= 0 && Length > 0 && Start <= text.Length - Length && !Halves(text, Start) && !Halves(text, End);

    public string In(string text) => text.Substring(Start, Length);

    static bool Halves(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}

/// <summary>Several stretches, in order and apart; written <c>3+5,10+2</c>.</summary>
public static class TextStretches
{
    /// <summary>In the place of what is masked, however long it was: a length would tell of a name.</summary>
    public const string Mask = "■■■";

    public static IReadOnlyList<TextStretch> Joined(IEnumerable<TextStretch> stretches)
    {
        var joined = new List<TextStretch>();
        foreach (var each in stretches.OrderBy(s => s.Start))
            if (joined.Count > 0 && each.Start <= joined[^1].End)
                joined[^1] = new(joined[^1].Start, Math.Max(joined[^1].End, each.End) - joined[^1].Start);
            else joined.Add(each);
        return joined;
    }

    public static string? Write(IReadOnlyList<TextStretch> stretches) =>
        stretches.Count is 0 ? null : string.Join(',', stretches.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}+{s.Length}")));

    /// <returns>Nothing for null; null when it is not written so.</returns>
    public static IReadOnlyList<TextStretch>? Read(string? written)
    {
        var stretches = new List<TextStretch>();
        foreach (var one in (written ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (one.Split('+') is not [var start, var length] || !int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
                || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var units)) return null;
            stretches.Add(new(from, units));
        }
        return stretches;
    }

    /// <summary>What lies in stretches as they are written; nothing of those that don't fit the text.</summary>
    public static IEnumerable<string> WordsIn(string text, string? written) =>
        (Read(written) ?? []).Where(s => s.Fits(text)).Select(s => s.In(text).Trim());

    /// <summary>Where words stand in a text for the first time; line ends as browsers send them count as one.</summary>
    public static TextStretch? Of(string? words, string text)
    {
        var plain = (words ?? "").ReplaceLineEndings("\n").Trim();
        var at = plain.Length is 0 ? -1 : text.IndexOf(plain, StringComparison.Ordinal);
        return at < 0 ? null : new(at, plain.Length);
    }

    /// <summary>Everywhere words stand in a text.</summary>
    public static IReadOnlyList<TextStretch> AllOf(string words, string text)
    {
        var found = new List<TextStretch>();
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal)) found.Add(new(at, words.Length));
        return found;
    }

    /// <summary>A text with words hidden wherever they stand.</summary>
    public static string HideWords(string text, IReadOnlyList<string> words) => words.Count is 0 ? text : Hide(text, [.. words.SelectMany(w => AllOf(w, text))]);

    /// <summary>A text's sentences, each with the sign it ends with.</summary>
    public static IReadOnlyList<TextStretch> Sentences(string text)
    {
        var sentences = new List<TextStretch>();
        for (int at = 0, begun = 0; at < text.Length; at++)
        {
            var ends = text[at] is '。' or '！' or '？' or '!' or '?' or '\n';
            if (!ends && at + 1 < text.Length) continue;
            if (ends && at + 1 < text.Length && text[at + 1] is '。' or '！' or '？' or '!' or '?' or '」' or '』' or '）') continue;
            if (!string.IsNullOrWhiteSpace(text[begun..(at + 1)])) sentences.Add(new(begun, at + 1 - begun));
            begun = at + 1;
        }
        return sentences;
    }

    /// <summary>One stretch from the first to the last of those that were picked; null when something in between was not.</summary>
    public static TextStretch? Whole(IReadOnlyList<TextStretch> picked, string text)
    {
        var joined = picked.OrderBy(p => p.Start).ToList();
        for (var i = 1; i < joined.Count; i++)
            if (joined[i].Start > text.Length || joined[i].Start < joined[i - 1].End || !string.IsNullOrWhiteSpace(text[joined[i - 1].End..joined[i].Start])) return null;
        return joined.Count is 0 ? null : new(joined[0].Start, joined[^1].End - joined[0].Start);
    }

    /// <summary>The text with each stretch hidden.</summary>
    public static string Hide(string text, IReadOnlyList<TextStretch> stretches)
    {
        var shown = new StringBuilder();
        var at = 0;
        foreach (var each in Joined(stretches))
        {
            shown.Append(text, at, each.Start - at).Append(Mask);
            at = each.End;
        }
        return shown.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Whether no letter of it would be left to read.</summary>
    public static bool HideAll(string text, IReadOnlyList<TextStretch> stretches) =>
        !Hide(text, stretches).Replace(Mask, "", StringComparison.Ordinal).Any(char.IsLetterOrDigit);
}
