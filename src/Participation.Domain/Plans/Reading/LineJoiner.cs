namespace Participation.Domain.Plans.Reading;

/// <summary>Decides whether a line goes on with the one before it, or begins something of its own.</summary>
static class LineJoiner
{
    const int NarrowestColumn = 25;
    // Beyond any paragraph: joining without end would read a hostile text in quadratic time.
    const int LongestCut = 3000;
    const string StartsNew = "※■□◆◇●○◎▲▼★☆→⇒【＊";
    const string GoesOn = "でとのなをにはがもやへて、，,・（(「『〔";
    const string CannotStart = "、。，．）」』】〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョをん々";
    static readonly string[] Dependent = ["こと", "もの", "ため", "よう"];

    /// <param name="last">The line before.</param>
    /// <param name="point">Whether that belongs to a numbered or bulleted point, whose further lines are indented.</param>
    /// <param name="width">The widest line of the run, as a guess of the column's width.</param>
    public static bool Continues(string last, bool point, SourceLine next, int width)
    {
        if (next.Mark is not null || next.Dash || StartsNew.Contains(next.Text[0])) return false;
        if (next.Indented && !point) return false;
        if (Sentence.IsPageNumber(next.Text) || Sentence.IsPageNumber(last) || Sentence.HasPage(next.Text) || Sentence.HasPage(last)) return false;
        var full = width >= NarrowestColumn && last.Length >= width * 0.9;
        if (full || CannotStart.Contains(next.Text[0])) return true;
        if (Sentence.Ends(last)) return false;
        return IsOpen(last)
            || Array.Exists(Dependent, word => next.Text.StartsWith(word, StringComparison.Ordinal))
            || last.Contains('、') && next.Text[^1] == '。';
    }

    /// <summary>Whether a paragraph was cut in two by the end of a page: an unfinished sentence, then its end without a mark.</summary>
    public static bool IsCut(Block before, Block next)
    {
        if (before.IsTable || next.IsTable || next.Mark is not null || next.Dash || next.Indented) return false;
        if (before.Text.Length is < NarrowestColumn or > LongestCut || !before.Text.Contains('、') || next.Text[^1] != '。') return false;
        if (Sentence.Ends(before.Text) || StartsNew.Contains(next.Text[0])) return false;
        return IsOpen(before.Text) || CannotStart.Contains(next.Text[0])
            || IsHan(before.Text[^1]) && next.Text.Length > 1 && IsHan(next.Text[0]) && IsHiragana(next.Text[1]);
    }

    /// <summary>Japanese is joined as it is, words of Latin letters with a space.</summary>
    public static string Gap(string a, string b) => char.IsAscii(a[^1]) && char.IsAscii(b[0]) ? " " : "";

    static bool IsOpen(string text) => GoesOn.Contains(text[^1]) || Unclosed(text);

    static bool Unclosed(string text)
    {
        var depth = 0;
        // The tail is enough, and keeps a very long paragraph linear.
        foreach (var c in text.AsSpan(Math.Max(0, text.Length - 100)))
            depth = c is '（' or '(' or '「' or '『' ? depth + 1 : c is '）' or ')' or '」' or '』' ? Math.Max(0, depth - 1) : depth;
        return depth > 0;
    }

    static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309F';
}
