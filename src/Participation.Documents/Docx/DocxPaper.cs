using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Participation.Documents.Reports;

namespace Participation.Documents.Docx;

/// <summary>A short paper as a document on A4, upright, its pages numbered.</summary>
public static class DocxPaper
{
    public static async Task Write(Stream to, Paper paper, CancellationToken ct)
    {
        var body = new Body(DocxSkeleton.Title(paper.Title, upright: true));
        foreach (var block in paper.Blocks) body.Append(Parts(block));
        body.Append(DocxSkeleton.Page(upright: true));
        await to.WriteAsync(DocxSkeleton.Package(paper.Title, paper.Made, body), ct);
    }

    static IEnumerable<OpenXmlElement> Parts(PaperBlock block) => block switch
    {
        PaperHeading heading => [DocxSkeleton.Paragraph(heading.Text, DocxSkeleton.SectionStyle)],
        PaperLine line => line.Text.ReplaceLineEndings("\n").Split('\n').Select(words => DocxSkeleton.Paragraph(words)),
        // Word joins two tables that nothing stands between.
        PaperTable table => [Table(table), new Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact }))],
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    static Table Table(PaperTable table)
    {
        var widths = DocxSkeleton.WidthsOf(table.Columns, DocxSkeleton.UprightWide);
        var made = DocxSkeleton.Table(widths);
        made.Append(DocxSkeleton.HeadRow(widths, table.Columns));
        foreach (var (row, place) in table.Rows.Select((row, place) => (row, place)))
        {
            var cells = row.Select((cell, i) => DocxSkeleton.Cell(widths[i], [.. Lines(cell, table.Columns[i].Number)])).ToList();
            if (table.Sums?.Contains(place) is true) cells.ForEach(DocxSkeleton.Shade);
            made.Append(new TableRow([new TableRowProperties(new CantSplit()), .. cells]));
        }
        return made;
    }

    static IEnumerable<Paragraph> Lines(string cell, bool number) => cell.ReplaceLineEndings("\n").Split('\n').Select(line =>
    {
        var paragraph = DocxSkeleton.Paragraph(line);
        if (number) paragraph.PrependChild(new ParagraphProperties(new Justification { Val = JustificationValues.Right }));
        return paragraph;
    });
}
