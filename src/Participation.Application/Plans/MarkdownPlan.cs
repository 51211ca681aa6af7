using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Participation.Domain.Plans;

namespace Participation.Application.Plans;

/// <summary>Makes a plan of Markdown: headings are sections, and each block or point is a passage.</summary>
sealed class MarkdownPlan
{
    readonly string source;
    readonly DraftBuilder plan = new();

    MarkdownPlan(string source) => this.source = source;

    /// <summary>Null where quotations or lists nest deeper than the parser goes.</summary>
    public static PlanDraft? Read(string source)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(source, PlanMarkdown.Pipeline);
        }
        // The parser's way to say "too deeply nested"; it has no other.
        catch (ArgumentException)
        {
            return null;
        }
        var reader = new MarkdownPlan(source);
        foreach (var block in document) reader.Take(block);
        return reader.plan.Build();
    }

    void Take(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading: TakeHeading(heading); break;
            case ListBlock list: foreach (var item in list.OfType<ListItemBlock>()) TakeItem(item, list.IsOrdered); break;
            case Table table: Add(PassageKind.Table, table, TableText(table)); break;
            case QuoteBlock quote: foreach (var inner in quote) Take(inner); break;
            case LinkReferenceDefinitionGroup or ThematicBreakBlock or BlankLineBlock: break;
            case LeafBlock leaf: TakeLeaf(leaf, PassageKind.Paragraph); break;
            case ContainerBlock container: foreach (var inner in container) Take(inner); break;
        }
    }

    void TakeHeading(HeadingBlock heading)
    {
        var title = Words.Of(heading.Inline).ReplaceLineEndings(" ").Trim();
        if (title.Length > 0) plan.Heading(heading.Level, title);
    }

    // The first paragraph of a point is the point; what stands under it follows as passages of its own. Its number is shown but
    // is no part of its words: a point put in before it must not change its anchor.
    void TakeItem(ListItemBlock item, bool ordered)
    {
        var mark = ordered ? $"{item.Order}\\. " : "・";
        foreach (var block in item)
        {
            if (block is LeafBlock leaf and not HeadingBlock) TakeLeaf(leaf, PassageKind.Item, mark);
            else Take(block);
            mark = "";
        }
    }

    void TakeLeaf(LeafBlock leaf, PassageKind kind, string mark = "")
    {
        if (leaf.Inline is not null) Add(kind, leaf, Words.Of(leaf.Inline), mark);
        // Code, and HTML that is not let through as such: shown as the plain words it is made of.
        else if (leaf.Lines.ToString().Trim() is { Length: > 0 } lines) plan.Add(PassageDrafts.Of(kind, lines));
    }

    void Add(PassageKind kind, Block block, string text, string mark = "")
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        var markdown = new StringBuilder(source, block.Span.Start, block.Span.Length, 0);
        if (block.Parent is not MarkdownDocument) markdown = Unquoted(markdown.ToString());
        markdown.Insert(0, mark);
        // A link that names its address elsewhere in the plan brings it along.
        foreach (var definition in Definitions(block))
            markdown.Append("\n\n[").Append(definition.Label).Append("]: <").Append(definition.Url).Append('>');
        plan.Add(new(kind, text.Trim(), markdown.ToString().Trim()));
    }

    static IEnumerable<LinkReferenceDefinition> Definitions(Block block)
    {
        IEnumerable<LeafBlock> leaves = block is LeafBlock leaf ? [leaf] : ((ContainerBlock)block).Descendants<LeafBlock>();
        return leaves.SelectMany(one => one.Inline?.FindDescendants<LinkInline>() ?? [])
            .Select(link => link.Reference).OfType<LinkReferenceDefinition>().DistinctBy(one => one.Label);
    }

    // Inside a quotation or a list the source's lines begin with its marks: "> ", or the indent.
    static StringBuilder Unquoted(string slice) =>
        new(string.Join('\n', slice.Split('\n').Select((line, i) => i == 0 ? line : line.TrimStart(' ', '\t', '>'))));

    static string TableText(Table table) =>
        string.Join('\n', table.OfType<TableRow>().Select(row => string.Join('\t', row.OfType<TableCell>().Select(cell =>
            string.Join(' ', cell.Descendants<LeafBlock>().Select(leaf => Words.Of(leaf.Inline).ReplaceLineEndings(" ")))))));
}
