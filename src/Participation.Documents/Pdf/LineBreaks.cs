using System.Text;

namespace Participation.Documents.Pdf;

/// <summary>Breaks words into lines as Japanese is set: anywhere, but not before a full stop or after an opening bracket, and not within a Latin word.</summary>
static class LineBreaks
{
    const string NotFirst = "、。，．・：；？！ーゝゞ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ）」』】〕〉》〟’”〜～…‥％)]}>,.:;?!%", NotLast = "（「『【〔〈《〝‘“([{<￥¥＄$";

    public static IReadOnlyList<string> Of(string text, PaperFont font, double size, double wide) =>
        [.. Clean(text).Split('\n').SelectMany(line => Wrapped(line, font, size, wide))];

    /// <summary>Without what has no shape on paper.</summary>
    public static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").Replace('\t', '\u3000').EnumerateRunes()
        .Where(r => r.Value is '\n' || !(Rune.IsControl(r) || Rune.GetUnicodeCategory(r) is System.Globalization.UnicodeCategory.Format || IsVariant(r))));

    static IEnumerable<string> Wrapped(string line, PaperFont font, double size, double wide)
    {
        var runes = line.EnumerateRunes().ToArray();
        var first = 0;
        while (first < runes.Length)
        {
            var (end, used) = (first, 0.0);
            while (end < runes.Length && (used += font.Width(runes[end], size)) <= wide) end++;
            // A column narrower than a character still takes one.
            if (end == first) end++;
            if (end < runes.Length) end = Better(runes, first, end);
            yield return string.Concat(runes[first..end]).TrimEnd(' ');
            first = end;
            while (first < runes.Length && runes[first].Value is ' ') first++;
        }
        if (runes.Length is 0) yield return "";
    }

    /// <summary>The last place before <paramref name="end"/> where the line may break; <paramref name="end"/> where there is none.</summary>
    static int Better(Rune[] runes, int first, int end)
    {
        for (var at = end; at > first; at--)
            if (MayBreak(runes[at - 1], runes[at])) return at;
        return end;
    }

    static bool MayBreak(Rune before, Rune after) =>
        !(Within(NotFirst, after) || Within(NotLast, before) || (IsLatin(before) && IsLatin(after)));

    static bool IsLatin(Rune rune) => rune.IsAscii && rune.Value is not ' ';

    static bool Within(string some, Rune rune) => rune.IsBmp && some.Contains((char)rune.Value);

    static bool IsVariant(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;
}
