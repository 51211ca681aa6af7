using System.Text;

namespace Participation.Domain.Plans;

/// <summary>Writes plain words as CommonMark that shows exactly them.</summary>
static class MarkdownText
{
    const string Special = "\\`*_[]<>#|~^&!{}$";

    /// <summary>One line of words, escaped for any place in a passage, a table's cell included.</summary>
    public static string Escape(string text)
    {
        var shown = NoteMarks.Shown(text).Trim();
        var escaped = new StringBuilder(shown.Length + 8);
        for (var i = 0; i < shown.Length; i++)
        {
            var c = shown[i];
            if (c is '\n' or '\r' or '\t') c = ' ';
            if (Special.Contains(c) || StartsBlock(shown, i)) escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    // "- ", "+ ", "===", ":--", "1." and "1)" mean something at the start of a line only.
    static bool StartsBlock(string text, int at) => text[at] switch
    {
        '-' or '+' or '=' or ':' => at == 0,
        '.' or ')' => at is > 0 and < 10 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };
}
