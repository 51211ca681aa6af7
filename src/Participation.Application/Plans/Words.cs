using System.Text;
using Markdig.Syntax.Inlines;

namespace Participation.Application.Plans;

/// <summary>The words of a piece of Markdown without its marks.</summary>
static class Words
{
    public static string Of(ContainerInline? inlines)
    {
        var words = new StringBuilder();
        if (inlines is not null) Append(words, inlines);
        return words.ToString();
    }

    static void Append(StringBuilder words, ContainerInline inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LiteralInline literal: words.Append(literal.Content.AsSpan()); break;
                case CodeInline code: words.Append(code.Content); break;
                case AutolinkInline link: words.Append(link.Url); break;
                case HtmlEntityInline entity: words.Append(entity.Transcoded.AsSpan()); break;
                case HtmlInline html: words.Append(html.Tag); break;
                case LineBreakInline: words.Append('\n'); break;
                case ContainerInline container: Append(words, container); break;
            }
        }
    }
}
