using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Participation.Application.Plans;

/// <summary>Shows a passage's Markdown as HTML that is safe on a public page.</summary>
/// <remarks>
/// Links are judged on the syntax tree, after Markdown has decoded its entities and escapes: there <c>java&#38;#115;cript:</c>
/// is already what a browser would make of it. Whatever is not plainly allowed is shown as the words it was written around.
/// </remarks>
public static class PassageHtml
{
    static readonly string[] Schemes = ["http://", "https://", "mailto:"];

    public static string Render(string markdown)
    {
        var document = Markdown.Parse(markdown, PlanMarkdown.Pipeline);
        // Innermost first: a picture inside a link is taken out before the link is.
        foreach (var link in document.Descendants<LinkInline>().Reverse().ToList())
        {
            // A picture would be fetched from elsewhere, and tell that place who reads the plan: its description is shown.
            if (link.IsImage || !IsAllowed(link.Url)) Unwrap(link);
            else Guard(link);
        }
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (link.IsEmail || IsAllowed(link.Url)) Guard(link);
            else link.ReplaceBy(new LiteralInline(link.Url));
        }
        foreach (var table in document.Descendants<Table>()) AlignByClass(table);
        return document.ToHtml(PlanMarkdown.Pipeline);
    }

    /// <summary>Markdig aligns columns by style attributes, which the pages' content security policy refuses.</summary>
    static void AlignByClass(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
            for (var i = 0; i < row.Count && i < table.ColumnDefinitions.Count; i++)
                if (table.ColumnDefinitions[i].Alignment is TableColumnAlign.Right) row[i].GetAttributes().AddClass("number");
        foreach (var column in table.ColumnDefinitions) column.Alignment = null;
    }

    static bool IsAllowed(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\')) return false;
        if (url[0] == '#') return true;
        return Array.Exists(Schemes, scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            && Uri.TryCreate(url, UriKind.Absolute, out _);
    }

    static void Guard(Inline link) => link.GetAttributes().AddPropertyIfNotExist("rel", "nofollow noopener");

    static void Unwrap(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }
        link.Remove();
    }
}
