using System.Text;
using Participation.Web.Words;

namespace Participation.Web.Furigana;

/// <summary>
/// Writes readings into a page that our renderer made. What stands under a lang attribute is a person's or the plan's and stays as it
/// is; so does what cannot hold ruby. A scan, not a parser: the markup is our own and well formed, and must come out as it went in.
/// </summary>
static class RubyPage
{
    static readonly string[] Plain = ["head", "title", "script", "style", "textarea", "select", "svg", "ruby", "template", "noscript"];
    static readonly string[] Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    public static string Write(string html)
    {
        var page = new StringBuilder(html.Length * 2);
        for (var at = 0; at < html.Length;)
        {
            if (html[at] is not '<')
            {
                var end = html.IndexOf('<', at);
                if (end < 0) end = html.Length;
                page.Append(Readings.Ours.Ruby(html.AsSpan(at, end - at)));
                at = end;
                continue;
            }
            var after = EndOfTag(html, at);
            if (StaysPlain(html.AsSpan(at, after - at))) after = EndOfElement(html, at, after);
            page.Append(html, at, after - at);
            at = after;
        }
        return page.ToString();
    }

    static bool StaysPlain(ReadOnlySpan<char> tag)
    {
        var name = NameOf(tag);
        if (tag is ['<', '/' or '!', ..] || tag is [.., '/', '>'] || Void.Contains(name)) return false;
        return Plain.Contains(name) || name is not "html" && tag.Contains(" lang=", StringComparison.Ordinal);
    }

    /// <summary>Behind the end tag that belongs to the element; what is in a script or a text field is not markup.</summary>
    static int EndOfElement(string html, int at, int after)
    {
        var name = NameOf(html.AsSpan(at, after - at));
        if (name is "script" or "style" or "textarea" or "title")
        {
            var close = html.IndexOf($"</{name}", after, StringComparison.OrdinalIgnoreCase);
            return close < 0 ? html.Length : EndOfTag(html, close);
        }
        for (var depth = 1; depth > 0;)
        {
            var next = html.IndexOf('<', after);
            if (next < 0) return html.Length;
            after = EndOfTag(html, next);
            var tag = html.AsSpan(next, after - next);
            if (NameOf(tag) != name || tag is [.., '/', '>']) continue;
            depth += tag[1] is '/' ? -1 : 1;
        }
        return after;
    }

    static int EndOfTag(string html, int at)
    {
        if (html.AsSpan(at).StartsWith("<!--"))
        {
            var end = html.IndexOf("-->", at, StringComparison.Ordinal);
            return end < 0 ? html.Length : end + 3;
        }
        for (var quote = '\0'; at < html.Length; at++)
        {
            var letter = html[at];
            if (quote is not '\0') quote = letter == quote ? '\0' : quote;
            else if (letter is '"' or '\'') quote = letter;
            else if (letter is '>') return at + 1;
        }
        return html.Length;
    }

    static string NameOf(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart("</");
        var end = name.IndexOfAny(" />\n\t");
        return (end < 0 ? name : name[..end]).ToString().ToLowerInvariant();
    }
}
