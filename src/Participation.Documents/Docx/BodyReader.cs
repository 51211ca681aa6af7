using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Participation.Documents.Docx;

/// <summary>Walks a document's body; content controls and text boxes are gone into, so that no words are missed.</summary>
sealed class BodyReader(MainDocumentPart main)
{
    readonly HeadingStyles styles = new(main.StyleDefinitionsPart?.Styles);
    readonly List<DocxBlock> blocks = [];

    public IReadOnlyList<DocxBlock> Read(Body body)
    {
        Take(body);
        return blocks;
    }

    void Take(OpenXmlElement container)
    {
        foreach (var child in container.ChildElements)
        {
            if (child is Paragraph paragraph) Take(paragraph);
            else if (child is Table table) Take(table);
            else if (child is SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun or MoveToRun) Take(child);
        }
    }

    void Take(Paragraph paragraph)
    {
        var text = InlineText.Of(paragraph);
        if (text.Length > 0)
        {
            var properties = paragraph.ParagraphProperties;
            blocks.Add(styles.Level(properties) is { } level ? new DocxHeading(level, text.ReplaceLineEndings(" "))
                : styles.ListLevel(properties) is { } depth ? new DocxListItem(depth, text)
                : new DocxParagraph(text));
        }
        foreach (var box in paragraph.Descendants<TextBoxContent>().Where(box => !box.Ancestors<TextBoxContent>().Any())) Take(box);
        foreach (var note in Notes(paragraph)) blocks.Add(new DocxNote(note));
    }

    void Take(Table table)
    {
        var rows = table.Elements<TableRow>().Concat(table.Elements<SdtRow>().SelectMany(row => row.Descendants<TableRow>())).Select(Cells).ToList();
        if (rows.Any(row => row.Any(cell => cell.Length > 0))) blocks.Add(new DocxTable(rows));
        foreach (var note in Notes(table)) blocks.Add(new DocxNote(note));
    }

    static string[] Cells(TableRow row)
    {
        var cells = new List<string>();
        foreach (var cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
        {
            // Inner tables and text boxes stay in the cell they stand in.
            cells.Add(string.Join(' ', cell.Descendants<Paragraph>().Select(InlineText.Of).Where(text => text.Length > 0)).ReplaceLineEndings(" ").Replace('\t', ' '));
            var span = cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
            for (var i = 1; i < Math.Min(span, 64); i++) cells.Add("");
        }
        return [.. cells];
    }

    IEnumerable<string> Notes(OpenXmlElement element)
    {
        foreach (var reference in element.Descendants<FootnoteReference>())
            if (main.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(note => note.Id?.Value == reference.Id?.Value) is { } footnote)
                yield return InlineText.Of(footnote);
        foreach (var reference in element.Descendants<EndnoteReference>())
            if (main.EndnotesPart?.Endnotes?.Elements<Endnote>().FirstOrDefault(note => note.Id?.Value == reference.Id?.Value) is { } endnote)
                yield return InlineText.Of(endnote);
    }
}
