using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Participation.Documents.Docx;
using Participation.Documents.Reports;

namespace Participation.Documents.Templates;

/// <summary>Words and tables as a template takes them in.</summary>
static class TemplateWords
{
    /// <summary>Lines of one text become lines of the document.</summary>
    public static void Lay(Text text)
    {
        text.Space = SpaceProcessingModeValues.Preserve;
        var lines = text.Text.ReplaceLineEndings("\n").Split('\n');
        if (lines.Length is 1) return;
        text.Text = lines[0];
        OpenXmlElement last = text;
        foreach (var line in lines.Skip(1))
        {
            last = last.InsertAfterSelf(new Break());
            last = last.InsertAfterSelf(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
    }

    /// <summary>With borders of its own: a city's template need not know our styles.</summary>
    public static Table Table(PaperTable table, int wide)
    {
        var widths = DocxSkeleton.WidthsOf(table.Columns, wide);
        var made = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        made.Append(new TableRow([new TableRowProperties(new TableHeader()), .. table.Columns.Select((column, i) => Cell(widths[i], column.Name, column.Number, shaded: true))]));
        foreach (var (row, place) in table.Rows.Select((row, place) => (row, place)))
            made.Append(new TableRow(row.Select((cell, i) => Cell(widths[i], cell, table.Columns[i].Number, table.Sums?.Contains(place) is true))));
        return made;
    }

    static TableCell Cell(int width, string words, bool number, bool shaded = false)
    {
        var cell = DocxSkeleton.Cell(width, [.. words.ReplaceLineEndings("\n").Split('\n').Select(line =>
        {
            var paragraph = DocxSkeleton.Paragraph(line);
            if (number) paragraph.PrependChild(new ParagraphProperties(new Justification { Val = JustificationValues.Right }));
            return paragraph;
        })]);
        if (shaded) DocxSkeleton.Shade(cell);
        return cell;
    }
}
