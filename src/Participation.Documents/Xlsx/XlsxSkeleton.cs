using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Participation.Documents.Reports;

namespace Participation.Documents.Xlsx;

/// <summary>Everything of a workbook but the rows of its table.</summary>
static class XlsxSkeleton
{
    public const string TablePart = "xl/worksheets/sheet2.xml";
    public const string RowsHere = "<x:row />";

    const string FactsName = "概要", TableName = "一覧";
    /// <summary>A Japanese character is as wide as two of the digits that Excel measures columns in.</summary>
    const double DigitsWide = 2;
    const int FactWide = 80;
    /// <summary>Points.</summary>
    const double RowHigh = 18, TitleHigh = 26;

    public static byte[] Of(Report report)
    {
        using var file = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            workbook.PackageProperties.Title = report.Title;
            workbook.PackageProperties.Created = report.Made.UtcDateTime;
            var book = workbook.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Sheet();
            var facts = book.AddNewPart<WorksheetPart>();
            facts.Worksheet = Facts(report);
            var table = book.AddNewPart<WorksheetPart>();
            table.Worksheet = new([.. BeforeRows(report), new SheetData(new Row()), .. AfterRows(report)]);
            book.Workbook = new(
                new Sheets(Sheet(1, FactsName, book.GetIdOfPart(facts)), Sheet(2, TableName, book.GetIdOfPart(table))),
                // The head of the table on every printed page.
                new DefinedNames(new DefinedName($"'{TableName}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = 1 }));
        }
        return file.ToArray();
    }

    static IEnumerable<OpenXmlElement> BeforeRows(Report report) =>
    [
        new SheetProperties(new PageSetupProperties { FitToPage = true }),
        new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
        }) { WorkbookViewId = 0 }),
        Rows(),
        new Columns(report.Columns.Select((column, i) => new DocumentFormat.OpenXml.Spreadsheet.Column
        {
            Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Width * DigitsWide + 1, CustomWidth = true,
        })),
    ];

    static IEnumerable<OpenXmlElement> AfterRows(Report report) =>
    [
        new AutoFilter { Reference = $"A1:{NameOf(report.Columns.Count)}1" },
        new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
        // 9 is A4.
        new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
        new HeaderFooter(new OddHeader($"&L{report.Title.Replace("&", "&&", StringComparison.Ordinal)}"), new OddFooter("&C&P / &N")),
    ];

    static Worksheet Facts(Report report)
    {
        var rows = new SheetData(new Row(Text(report.Title, XlsxStyles.Title)) { Height = TitleHigh, CustomHeight = true });
        foreach (var fact in report.Facts) rows.Append(Fact(fact));
        return new(
            Rows(),
            new Columns(
                new DocumentFormat.OpenXml.Spreadsheet.Column { Min = 1, Max = 1, Width = 24, CustomWidth = true },
                new DocumentFormat.OpenXml.Spreadsheet.Column { Min = 2, Max = 2, Width = FactWide, CustomWidth = true }),
            rows,
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape });
    }

    /// <summary>As high as its words, which are wrapped.</summary>
    static Row Fact(Fact fact)
    {
        var row = new Row(Text(fact.Name, XlsxStyles.Header), Text(fact.Value, XlsxStyles.Body));
        if (XlsxReport.LinesOf(fact.Value, FactWide / (int)DigitsWide) is > 1 and var lines) (row.Height, row.CustomHeight) = (XlsxReport.HighOf(lines), true);
        return row;
    }

    /// <summary>Said, because a program that lacks our font makes rows too low for another.</summary>
    static SheetFormatProperties Rows() => new() { DefaultRowHeight = RowHigh, CustomHeight = true };

    public static Cell Text(string text, uint style) => new()
    {
        StyleIndex = style, DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(XmlText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    static Sheet Sheet(uint number, string name, string id) => new() { SheetId = number, Name = name, Id = id };

    /// <summary>1 is A, 27 is AA.</summary>
    static string NameOf(int column) => column > 26 ? NameOf((column - 1) / 26) + NameOf((column - 1) % 26 + 1) : ((char)('A' + column - 1)).ToString();
}
