using System.Text;

namespace Participation.Domain.Plans;

/// <summary>
/// Marks that point to a note, as text pulled from a PDF writes them: <c>^{*}</c>, <c>[※]</c>, <c>[※1]</c>.
/// The source words keep them; a reader is shown ＊, ※, ※1.
/// </summary>
public static class NoteMarks
{
    const int Longest = 6;

    /// <summary>The text with its note marks as a reader expects them.</summary>
    public static string Shown(string text) => Rewrite(text, shown: true);

    /// <summary>The text without note marks, for comparing a heading with its entry in an outline.</summary>
    internal static string Removed(string text) =>
        Rewrite(text, shown: false).Replace("*", "", StringComparison.Ordinal).Replace("＊", "", StringComparison.Ordinal);

    static string Rewrite(string text, bool shown)
    {
        if (!text.Contains("^{", StringComparison.Ordinal) && !text.Contains('[')) return text;
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (MarkAt(text, at) is not { } mark)
            {
                result.Append(text[at++]);
                continue;
            }
            if (shown) result.Append(text, mark.From, mark.To - mark.From).Replace('*', '＊', result.Length - (mark.To - mark.From), mark.To - mark.From);
            at = mark.To + 1;
        }
        return result.ToString();
    }

    static (int From, int To)? MarkAt(string text, int at)
    {
        var caret = text[at] == '^' && at + 1 < text.Length && text[at + 1] == '{';
        if (!caret && text[at] != '[') return null;
        var from = at + (caret ? 2 : 1);
        var to = text.AsSpan(from, Math.Min(Longest, text.Length - from)).IndexOf(caret ? '}' : ']');
        if (to < 1) return null;
        return caret || text[from] is '※' or '*' or '＊' or '注' ? (from, from + to) : null;
    }
}
