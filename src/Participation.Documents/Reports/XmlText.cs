using System.Buffers;
using System.Xml;

namespace Participation.Documents.Reports;

/// <summary>What people wrote, between tags.</summary>
static class XmlText
{
    static readonly SearchValues<char> Markup = SearchValues.Create("<>&\r");

    /// <summary>
    /// Without the characters that XML can't hold (a bell), half a surrogate pair as U+FFFD: one of them makes Office call a file broken.
    /// </summary>
    public static string Of(string text) => MayHoldOthers(text)
        ? string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)))
        : text;

    static bool MayHoldOthers(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\uD800', '\uDFFF') || text.ContainsAnyInRange('\0', '\x1F') || text.ContainsAnyInRange('\uFFFE', '\uFFFF');

    public static void WriteText(this TextWriter to, string text)
    {
        var rest = Of(text).AsSpan();
        for (var at = rest.IndexOfAny(Markup); at >= 0; at = rest.IndexOfAny(Markup))
        {
            to.Write(rest[..at]);
            to.Write(rest[at] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => "&#13;" });
            rest = rest[(at + 1)..];
        }
        to.Write(rest);
    }
}
