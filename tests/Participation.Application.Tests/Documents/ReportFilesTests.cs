using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Participation.Documents.Docx;
using Participation.Documents.Pdf;
using Participation.Documents.Reports;
using Participation.Documents.Xlsx;
using Column = Participation.Documents.Reports.Column;
using TableHeader = DocumentFormat.OpenXml.Wordprocessing.TableHeader;

namespace Participation.Application.Tests.Documents;

public sealed class ReportFilesTests
{
    static readonly string[] Awkward =
        ["=1+1", "+81", "-1", "@SUM", "＝１", "0193-22-2111", " 前の空白", "二行\r\n目", "鐘\u0007と\uD83D", "𠮷野家", "🌊", "<b>&amp;", "", "００１"];

    [Fact]
    public async Task A_workbook_passes_offices_own_check()
    {
        using var file = await Workbook(Rows(Awkward));
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(OfficeFiles.Faults(workbook));
    }

    [Fact]
    public async Task A_document_passes_offices_own_check()
    {
        using var file = await Document(Rows(Awkward));
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        Assert.Empty(OfficeFiles.Faults(document));
    }

    [Fact]
    public async Task Text_in_a_cell_stays_text_whatever_it_begins_with()
    {
        using var file = await Workbook(Rows(Awkward));
        var table = OfficeFiles.Table(file);
        Assert.Equal(["連番", "本文"], table[0].Select(c => c.Text));
        for (var i = 0; i < Awkward.Length; i++)
        {
            Assert.Equal((null, $"{i + 1}"), table[i + 1][0]);
            if (Awkward[i].Length > 0) Assert.Equal(CellValues.InlineString, table[i + 1][1].Kind);
        }
        Assert.Equal("=1+1", table[1][1].Text);
        Assert.Equal("0193-22-2111", table[6][1].Text);
        Assert.Equal("𠮷野家", table[10][1].Text);
        // What no XML can hold is left out, half a character is marked as such; the rest stays.
        Assert.Equal("鐘と\uFFFD", table[9][1].Text);
    }

    [Fact]
    public async Task A_text_longer_than_a_cell_says_that_it_goes_on()
    {
        using var file = await Workbook(Rows([new string('長', 40_000)]));
        var text = OfficeFiles.Table(file)[1][1].Text;
        Assert.InRange(text.Length, 32_700, 32_767);
        Assert.EndsWith("全文はCSVにあります）", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_ready_to_print()
    {
        using var file = await Workbook(Rows(["声"]));
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        var book = workbook.WorkbookPart!;
        Assert.Equal("'一覧'!$1:$1", book.Workbook.Descendants<DefinedName>().Single(n => n.Name == "_xlnm.Print_Titles").Text);
        var page = book.WorksheetParts.Select(p => p.Worksheet.GetFirstChild<PageSetup>()!).ToList();
        Assert.All(page, p => Assert.Equal((9u, OrientationValues.Landscape), (p.PaperSize!.Value, p.Orientation!.Value)));
        Assert.DoesNotContain(book.WorksheetParts, p => p.Worksheet.Descendants<MergeCell>().Any());
    }

    [Fact]
    public async Task A_document_repeats_its_tables_head_and_numbers_its_pages()
    {
        using var file = await Document(Rows(["声"]));
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var main = document.MainDocumentPart!;
        Assert.Single(main.Document.Descendants<TableHeader>());
        Assert.Contains(main.FooterParts.Single().Footer.Descendants<DocumentFormat.OpenXml.Wordprocessing.SimpleField>(), f => f.Instruction == "PAGE");
    }

    [Fact]
    public async Task A_document_holds_every_line_and_every_fact()
    {
        using var file = await Document(Rows(["一行目\n二行目"]));
        var text = OfficeFiles.Text(file);
        foreach (var words in new[] { "意見一覧", "募集期間", "30日間", "一行目\n二行目" }) Assert.Contains(words, text, StringComparison.Ordinal);
    }

    static Report Report(IAsyncEnumerable<IReadOnlyList<string?>> rows) => new(
        "意見一覧", [new("募集期間", "30日間")], [new Column("連番", 4, Number: true), new Column("本文", 40)], rows, DateTimeOffset.UnixEpoch);

    static async Task<MemoryStream> Workbook(IAsyncEnumerable<IReadOnlyList<string?>> rows)
    {
        var file = new MemoryStream();
        await XlsxReport.Write(file, Report(rows), CancellationToken.None);
        file.Position = 0;
        return file;
    }

    static async Task<MemoryStream> Document(IAsyncEnumerable<IReadOnlyList<string?>> rows)
    {
        var file = new MemoryStream();
        await DocxReport.Write(file, Report(rows), CancellationToken.None);
        file.Position = 0;
        return file;
    }

    static async IAsyncEnumerable<IReadOnlyList<string?>> Rows(IEnumerable<string> texts)
    {
        var number = 0;
        foreach (var text in texts)
        {
            await Task.Yield();
            yield return [$"{++number}", text];
        }
    }

    [Fact]
    public async Task A_pdf_table_whose_head_leaves_no_room_on_a_page_comes_to_an_end()
    {
        var columns = Enumerable.Range(1, 9).Select(i => new Column(string.Concat(Enumerable.Repeat("長い区分の名前", 40)) + i, 5)).ToList();
        var paper = new Paper("表", [new PaperTable(columns, [[.. columns.Select(_ => "一\n二\n三")]])], DateTimeOffset.UnixEpoch);
        using var to = new MemoryStream();
        await Task.Run(() => PdfFile.Write(to, paper, PaperFont.Standard)).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.NotEqual(0, to.Length);
    }
}
