using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Participation.Documents.Reports;

namespace Participation.Documents.Docx;

/// <summary>Everything of a document but its body: styles, footer with page numbers, the page itself.</summary>
static class DocxSkeleton
{
    public const string BodyPart = "word/document.xml";
    public const string RowsHere = "<w:tr />";

    public const string TitleStyle = "Title", SectionStyle = "Section";

    const string HeadStyle = "TableHead", TableStyle = "TableGrid";

    const string Font = "BIZ UDPゴシック", FooterId = "rIdFooter";
    const uint A4Long = 16_838, A4Short = 11_906;
    /// <summary>In half points.</summary>
    const int TitleSize = 28;
    const int Margin = 1_134;
    /// <summary>Between the margins, in twentieths of a point.</summary>
    const int PageWide = (int)A4Long - 2 * Margin;

    /// <summary>The same of a page that stands upright.</summary>
    public const int UprightWide = (int)A4Short - 2 * Margin;

    const int FactNameWide = 2_800;

    public static byte[] Of(Report report) => Package(report.Title, report.Made, Body(report));

    /// <summary>A whole file around a body.</summary>
    public static byte[] Package(string title, DateTimeOffset made, Body body)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = XmlText.Of(title);
            document.PackageProperties.Language = "ja-JP";
            document.PackageProperties.Created = made.UtcDateTime;
            var main = document.AddMainDocumentPart();
            main.Document = new(body);
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.AddNewPart<FooterPart>(FooterId).Footer = new(new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                Field("PAGE"), new Run(new Text(" / ") { Space = SpaceProcessingModeValues.Preserve }), Field("NUMPAGES")));
        }
        return file.ToArray();
    }

    /// <summary>How wide each column is, in twentieths of a point.</summary>
    public static IReadOnlyList<int> WidthsOf(IReadOnlyList<Reports.Column> columns, int wide = PageWide)
    {
        var total = columns.Sum(c => c.Width);
        return [.. columns.Select(c => wide * c.Width / total)];
    }

    public static TableCell Cell(int width, params OpenXmlElement[] content) =>
        new([new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = $"{width}" }), .. content]);

    /// <summary>A row of one cell.</summary>
    public static TableRow Across(IReadOnlyList<Reports.Column> columns, string words)
    {
        var cell = Cell(WidthsOf(columns).Sum(), Paragraph(words));
        cell.TableCellProperties!.Append(new GridSpan { Val = columns.Count });
        return new(cell);
    }

    /// <summary>Where it is longer than a line, the paper's name stands on the second: no （案） is left alone on a line.</summary>
    public static Paragraph Title(string title, bool upright = false)
    {
        var lines = TitleLines.Of(title, (upright ? UprightWide : PageWide) / (TitleSize * 10));
        var paragraph = Paragraph(lines[0], TitleStyle);
        foreach (var line in lines.Skip(1)) paragraph.Append(new Run(new Break(), new Text(XmlText.Of(line)) { Space = SpaceProcessingModeValues.Preserve }));
        return paragraph;
    }

    public static Paragraph Paragraph(string text, string? style = null)
    {
        var paragraph = new Paragraph();
        if (style is not null) paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(new Run(new Text(XmlText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }));
        return paragraph;
    }

    static Body Body(Report report)
    {
        var body = new Body(Title(report.Title));
        if (report.Facts.Count > 0)
        {
            var facts = Table([FactNameWide, PageWide - FactNameWide]);
            foreach (var fact in report.Facts)
                facts.Append(new TableRow(Cell(FactNameWide, Paragraph(fact.Name, HeadStyle)), Cell(PageWide - FactNameWide, Paragraph(fact.Value))));
            body.Append(facts, new Paragraph());
        }
        var widths = WidthsOf(report.Columns);
        var table = Table(widths);
        table.Append(HeadRow(widths, report.Columns), new TableRow());
        // Word wants a paragraph after a table that ends a page.
        body.Append(table, new Paragraph(), Page());
        return body;
    }

    /// <summary>Repeated on each page.</summary>
    public static TableRow HeadRow(IReadOnlyList<int> widths, IReadOnlyList<Reports.Column> columns) =>
        new([new TableRowProperties(new CantSplit(), new TableHeader()), .. columns.Select((column, i) => HeadCell(widths[i], column))]);

    static TableCell HeadCell(int width, Reports.Column column)
    {
        var words = Paragraph(column.Name, HeadStyle);
        if (column.Number) words.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
        var cell = Cell(width, words);
        Shade(cell);
        return cell;
    }

    public static void Shade(TableCell cell) => cell.TableCellProperties!.Append(new Shading { Val = ShadingPatternValues.Clear, Fill = "E8F1FE" });

    public static Table Table(IReadOnlyList<int> widths) => new(
        new TableProperties(
            new TableStyle { Val = TableStyle }, new TableWidth { Type = TableWidthUnitValues.Dxa, Width = $"{widths.Sum()}" },
            new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));

    public static SectionProperties Page(bool upright = false) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
        upright ? new PageSize { Width = A4Short, Height = A4Long } : new PageSize { Width = A4Long, Height = A4Short, Orient = PageOrientationValues.Landscape },
        new PageMargin { Left = Margin, Right = Margin, Top = Margin, Bottom = Margin, Header = 567, Footer = 567 });

    static SimpleField Field(string code) => new(new Run(new Text("1"))) { Instruction = code };

    static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font }, new FontSize { Val = "18" },
                new Languages { Val = "ja-JP", EastAsia = "ja-JP" })),
            new ParagraphPropertiesDefault()),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Paragraphs(TitleStyle, "Title", size: TitleSize, after: 160, outline: true),
        Paragraphs(SectionStyle, "heading 1", size: 22, after: 60, outline: true, before: 200),
        Paragraphs(HeadStyle, "Table Head", size: 18, after: 0, outline: false),
        new Style(
            new StyleName { Val = "Table Grid" },
            new StyleTableProperties(
                new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableCellMarginDefault(
                    new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 90, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 90, Type = TableWidthValues.Dxa })))
        {
            Type = StyleValues.Table, StyleId = TableStyle,
        });

    static Style Paragraphs(string id, string name, int size, int after, bool outline, int before = 0)
    {
        var layout = new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = $"{before}", After = $"{after}" });
        if (outline) layout.Append(new OutlineLevel { Val = 0 });
        return new(new StyleName { Val = name }, layout, new StyleRunProperties(new Bold(), new FontSize { Val = $"{size}" }))
        {
            Type = StyleValues.Paragraph, StyleId = id,
        };
    }
}
