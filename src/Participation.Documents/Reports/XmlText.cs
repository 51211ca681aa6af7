using System.Runtime.CompilerServices;
using System.Xml;

namespace Participation.Documents.Reports;

/// <summary>What people wrote, between tags.</summary>
static class XmlText
{
    /// <summary>
    /// Without the characters that XML can't hold (a bell), half a surrogate pair as U+FFFD: one of them makes Office call a file broken.
    /// </summary>
    [MethodImpl(Compile.AtOnce)]
    public static string Of(string text) => MayHoldOthers(text)
        ? string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)))
        : text;

    [MethodImpl(Compile.AtOnce)]
    static bool MayHoldOthers(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyInRange('\uD800', '\uDFFF') || text.ContainsAnyInRange('\uFFFE', '\uFFFF')) return true;
        for (var at = text.IndexOfAnyInRange('\0', '\x1F'); at >= 0; at = text.IndexOfAnyInRange('\0', '\x1F'))
        {
            if (!XmlConvert.IsXmlChar(text[at])) return true;
            text = text[(at + 1)..];
        }
        return false;
    }

    [MethodImpl(Compile.AtOnce)]
    public static void WriteText(this Utf8Rows to, string text)
    {
        var rest = Of(text).AsSpan();
        for (var at = IndexOfMarkup(rest); at >= 0; at = IndexOfMarkup(rest))
        {
            to.Write(rest[..at]);
            to.Write(rest[at] switch { '<' => "&lt;"u8, '>' => "&gt;"u8, '&' => "&amp;"u8, _ => "&#13;"u8 });
            rest = rest[(at + 1)..];
        }
        to.Write(rest);
    }

    static int IndexOfMarkup(ReadOnlySpan<char> text) => text.IndexOfAny("<>&\r");
}
