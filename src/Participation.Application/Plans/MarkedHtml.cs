using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Participation.Domain.Search;

namespace Participation.Application.Plans;

/// <summary>Puts &lt;mark&gt; around what was looked for in a passage's HTML: in its words only, never in or across a tag.</summary>
public static partial class MarkedHtml
{
    public static string Of(string html, SearchTerms terms)
    {
        if (terms.None) return html;
        var marked = new StringBuilder(html.Length);
        foreach (var match in Pieces().EnumerateMatches(html))
        {
            var piece = html.AsSpan(match.Index, match.Length);
            if (piece[0] is '<') marked.Append(piece);
            else Mark(marked, WebUtility.HtmlDecode(piece.ToString()), terms);
        }
        return marked.ToString();
    }

    static void Mark(StringBuilder to, string words, SearchTerms terms)
    {
        foreach (var part in Snippet.Mark(words, terms))
        {
            // Japanese stays as it is; only what means something in HTML is escaped.
            var safe = part.Text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
            if (part.Marked) to.Append("<mark>").Append(safe).Append("</mark>");
            else to.Append(safe);
        }
    }

    // The renderer writes < in words as an entity, and quotes every attribute.
    [GeneratedRegex("""<(?:"[^"]*"|[^>"])*>|[^<]+|<""")]
    private static partial Regex Pieces();
}
