namespace Participation.Domain.Plans.Reading;

/// <summary>Tells sentences from the short lines of titles, captions and figures.</summary>
static class Sentence
{
    const int LongestTitle = 50;
    const string Closing = "）)」』】〕〉》”\"";
    const string CircledDigits = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    static readonly string[] FigureEnds = ["図", "表", "グラフ", "写真", "イメージ", "推移", "チャート", "マップ"];
    static readonly string[] NoteStarts = ["※", "注", "（注", "(注", "資料：", "資料:", "資料／", "資料/", "出典", "（出典", "(出典", "単位", "（単位", "(単位"];

    public static bool Ends(string text)
    {
        var end = text.Length;
        while (end > 0 && Closing.Contains(text[end - 1])) end--;
        return end > 0 && text[end - 1] is '。' or '．' or '！' or '？' or '!' or '?';
    }

    public static bool Is(string text) => text.Contains('。') || text.Length > LongestTitle && text.Contains('、');

    /// <summary>A line that could stand as a title: short, worded, not a sentence, a date, a note or a form to fill in.</summary>
    /// <param name="letters">The fewest letters: behind a number one will do (第1章 序).</param>
    public static bool IsTitle(string text, int letters = 2) =>
        text.Length is > 0 and <= LongestTitle && !Is(text) && text[^1] is not ('、' or '，' or ':' or '：' or '_' or '.')
        && !IsNote(text) && !IsQuoted(text) && Letters(text) >= letters && !IsDated(text);

    public static bool IsNote(string text) => Array.Exists(NoteStarts, start => text.StartsWith(start, StringComparison.Ordinal));

    /// <summary>A motto or the like, set between quotation marks.</summary>
    public static bool IsQuoted(string text) => text[0] is '「' or '『' or '“' or '～' or '〜' or '〈' && text.Length > 1 && text[^1] is '」' or '』' or '”' or '～' or '〜' or '〉';

    public static bool NamesFigure(string text) =>
        Array.Exists(FigureEnds, end => Stem(text).TrimEnd('】', '）', ')', ' ').EndsWith(end, StringComparison.Ordinal));

    /// <summary>A title without the ①② that count its slides or figures.</summary>
    public static string Stem(string text) => text.TrimEnd([.. CircledDigits]);

    /// <summary>A table of contents' line: words, dots, and a page.</summary>
    public static bool HasPage(string text) => WithoutPage(text).Length < text.Length;

    /// <summary>Such a line's words; any other text as it is.</summary>
    public static string WithoutPage(string text)
    {
        var end = text.Length;
        while (end > 0 && JapaneseNumber.IsDigit(text[end - 1])) end--;
        if (end == text.Length) return text;
        var (leader, dots) = (end, 0);
        while (leader > 0 && (text[leader - 1] is '.' or '…' or '・' or '‥' or '．' or '･' || char.IsWhiteSpace(text[leader - 1])))
            dots += text[--leader] is '…' or '‥' ? 3 : char.IsWhiteSpace(text[leader]) ? 0 : 1;
        return dots >= 3 ? text[..leader] : text;
    }

    /// <summary>12 or - 12 -, as pages are numbered.</summary>
    public static bool IsPageNumber(string text)
    {
        var number = text.AsSpan().Trim("-－–—‐ 　");
        return number.Length is >= 1 and <= 3 && number.IndexOfAnyExceptInRange('0', '9') < 0 || number.Length is >= 1 and <= 3 && number.IndexOfAnyExceptInRange('０', '９') < 0;
    }

    /// <summary>一 覧 表: letters set apart, as a title page does.</summary>
    public static bool IsSpacedOut(string text)
    {
        var words = text.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 5 && words.All(word => word.Length == 1);
    }

    static int Letters(string text) => text.Count(char.IsLetter);

    static bool IsDated(string text)
    {
        var year = text.IndexOf('年', StringComparison.Ordinal);
        if (year > 0 && text.IndexOf('月', year) is var month and > 0 && month - year <= 4) return JapaneseNumber.IsDigit(text[year - 1]);
        return year == text.Length - 1 && year > 0 && JapaneseNumber.IsDigit(text[year - 1])
            || text.EndsWith("年度", StringComparison.Ordinal) && text.Length > 2 && JapaneseNumber.IsDigit(text[^3])
            || text.EndsWith("現在", StringComparison.Ordinal) && text.Any(JapaneseNumber.IsDigit)
            || text.Length > 3 && text[0] == '〒';
    }
}
