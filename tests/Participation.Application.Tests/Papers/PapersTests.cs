using System.Globalization;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Application.Papers;
using Participation.Application.Tests.Answering;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.Papers;

public abstract class PapersTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task Every_figure_of_the_papers_is_the_same_when_it_is_counted_anew()
    {
        var slug = await Published("歩道を広げてください。", "歩道を広げてください。", "図書館をもっと長く開けてください。", "並木を残してください。");
        // Counted from the rows themselves, by no code of the papers.
        var opinions = await app.With(db => db.Opinions.AsNoTracking().Where(o => o.Status == SubmissionStatus.Accepted && db.Consultations.Any(c => c.Id == o.ConsultationId && c.Slug == slug)).ToListAsync());
        var result = await Json(slug, PaperKind.Result);
        Assert.Equal(opinions.Count, result.Sum(r => int.Parse(r["件数"]!, CultureInfo.InvariantCulture)));
        Assert.Equal(3, result.Count);
        Assert.Equal(Enumerable.Range(1, 3).Select(n => $"{n}"), result.Select(r => r["番号"]));
        var tables = await Json(slug, PaperKind.Tables);
        int Figure(string table, string label) => int.Parse(tables.Single(r => r["表"] == table && r["区分"] == label)["数"]!, CultureInfo.InvariantCulture);
        Assert.Equal(opinions.Count(o => o.Channel is Channel.Web), Figure("提出方法別", "ウェブ"));
        foreach (var table in tables.GroupBy(r => r["表"]))
        {
            var figures = table.Where(r => r["区分"] != "計").Sum(r => int.Parse(r["数"]!, CultureInfo.InvariantCulture));
            Assert.Equal(figures, Figure(table.Key!, "計"));
            Assert.Equal(opinions.Count, figures);
        }
        Assert.Equal(opinions.Count, Figure("反映区分別", "参考"));
        var page = (await app.Send(new GetPublishedResult(slug))).Value;
        Assert.Equal(page.Page.Select(r => (r.Number, r.Summary, r.Opinions, r.Text)), result.Select(r => (int.Parse(r["番号"]!, CultureInfo.InvariantCulture), r["意見の概要"]!, int.Parse(r["件数"]!, CultureInfo.InvariantCulture), r["市の考え方"]!)));
    }

    [Theory]
    [InlineData(PaperKind.Result)]
    [InlineData(PaperKind.Note)]
    [InlineData(PaperKind.Tables)]
    [InlineData(PaperKind.Revisions)]
    public async Task A_paper_passes_offices_own_check_and_says_its_days_in_both_calendars(PaperKind kind)
    {
        var slug = await Published("歩道を広げてください。");
        using var docx = await File(slug, kind, ReportFormat.Docx);
        using (var document = WordprocessingDocument.Open(docx, isEditable: false)) Assert.Empty(Documents.OfficeFiles.Faults(document));
        if (kind is not PaperKind.Revisions) Assert.Contains("令和7年12月25日（木）（2025-12-25）から令和8年1月23日（金）（2026-01-23）まで（30日間）", Documents.OfficeFiles.Text(docx), StringComparison.Ordinal);
        using var xlsx = await File(slug, kind, ReportFormat.Xlsx);
        using var workbook = SpreadsheetDocument.Open(xlsx, isEditable: false);
        Assert.Empty(Documents.OfficeFiles.Faults(workbook));
    }

    [Fact]
    public async Task Before_publication_papers_are_staffs_and_say_that_they_are_drafts()
    {
        var (slug, _) = await app.Answering("歩道を広げてください。");
        using var nothing = new MemoryStream();
        Assert.Equal("sign-in-required", (await app.Send(new WritePaper(slug, PaperKind.Note, ReportFormat.Docx, nothing))).Why!.Code);
        using var note = await File(slug, PaperKind.Note, ReportFormat.Docx, staff: true);
        var text = Documents.OfficeFiles.Text(note);
        foreach (var words in new[] { "（案）", "歩道を広げてください。", "未定", "1　経過", "5　今後の予定" }) Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-12-20T10:00:00+09:00", true)]
    [InlineData("2025-12-25T10:00:00+09:00", true)]
    [InlineData("2026-01-05T10:00:00+09:00", false)]
    public async Task The_note_names_the_day_of_announcing_unless_the_call_was_taken_over_while_it_ran(string announced, bool named)
    {
        app.Clock.Now = DateTimeOffset.Parse(announced, CultureInfo.InvariantCulture);
        var slug = await app.Announce();
        using var note = await File(slug, PaperKind.Note, ReportFormat.Docx, staff: true);
        Assert.Equal(named, Documents.OfficeFiles.Text(note).Contains("公示", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_opinions_at_all_is_said_in_every_paper()
    {
        var slug = await Published();
        foreach (var kind in new[] { PaperKind.Result, PaperKind.Note, PaperKind.Tables })
        {
            using var file = await File(slug, kind, ReportFormat.Docx);
            Assert.Contains("意見の提出はありませんでした", Documents.OfficeFiles.Text(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_note_with_long_answers_and_changes_still_takes_one_page()
    {
        var (slug, _) = await app.Answering([.. Enumerable.Range(1, 6).Select(n => $"{n}番目の意見です。{string.Concat(Enumerable.Repeat(Topics[n - 1], 14))}")]);
        var anchors = (await app.Send(new Participation.Application.Plans.GetPlan(slug))).Value.Passages().Select(p => p.Anchor).ToList();
        foreach (var (row, i) in (await app.Board(slug)).Items.Select((row, i) => (row, i)))
            Assert.Null((await app.Send(new SaveAnswer(slug, new(row.Number, row.Version), row.Summary, string.Concat(Enumerable.Repeat("改めて考えます。", 20)), "参考", true, "二ページ",
                i < anchors.Count ? [new(anchors[i], string.Concat(Enumerable.Repeat("広く改めた文です。", 12)))] : null), Answers.Writer)).Why);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open((await File(slug, PaperKind.Note, ReportFormat.Pdf, staff: true)).ToArray());
        Assert.Equal(1, pdf.NumberOfPages);
        Assert.Contains("今後の予定", pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    static readonly string[] Topics = ["歩道の幅", "並木の木陰", "図書館の夜", "通学路の灯", "港の広場", "山の学校"];

    [Fact]
    public async Task A_table_without_rows_says_so_below_its_head()
    {
        var slug = await Published();
        foreach (var (kind, words) in new[] { (PaperKind.Result, "意見の提出はありませんでした。"), (PaperKind.Revisions, "修正はありません。") })
        {
            using var docx = await File(slug, kind, ReportFormat.Docx);
            using (var document = WordprocessingDocument.Open(docx, isEditable: false))
            {
                Assert.Empty(Documents.OfficeFiles.Faults(document));
                var last = document.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Last();
                Assert.Equal(words, last.InnerText);
            }
            using var pdf = UglyToad.PdfPig.PdfDocument.Open((await File(slug, kind, ReportFormat.Pdf)).ToArray());
            var text = pdf.GetPage(1).Text;
            Assert.Contains(words, text[text.IndexOf("番号", StringComparison.Ordinal)..], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_title_longer_than_a_line_has_the_papers_name_on_the_next()
    {
        app.Clock.Now = new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.FromHours(9));
        var slug = await app.Announce(s => s with { Title = "みさき市総合計画の後期基本計画および実施計画（案）" });
        using var docx = await File(slug, PaperKind.Note, ReportFormat.Docx, staff: true);
        using var document = WordprocessingDocument.Open(docx, isEditable: false);
        var title = document.MainDocumentPart!.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().First();
        Assert.Equal(["みさき市総合計画の後期基本計画および実施計画（案）", "意見募集の結果について（案）"], title.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().Select(t => t.Text));
        Assert.Single(title.Descendants<DocumentFormat.OpenXml.Wordprocessing.Break>());
        Assert.Equal("みさき市総合計画の後期基本計画および実施計画（案）　意見募集の結果について（案）", document.PackageProperties.Title);
    }

    [Fact]
    public async Task Csv_is_utf8_with_its_mark_and_cp932_only_with_a_list_of_what_it_loses()
    {
        var slug = await Published("\uD842\uDFB7野家の前の歩道を広げてください〜。");
        using var wide = await File(slug, PaperKind.Result, ReportFormat.Csv);
        Assert.Equal([0xEF, 0xBB, 0xBF], wide.ToArray()[..3]);
        using var narrow = new MemoryStream();
        var refused = (await app.Send(new WritePaper(slug, PaperKind.Result, ReportFormat.Csv, narrow, Cp932: true))).Why!;
        Assert.Equal(("cp932-lost", "\uD842\uDFB7"), (refused.Code, refused.Values[0]));
        Assert.Equal(0, narrow.Length);
        var written = await app.Send(new WritePaper(slug, PaperKind.Result, ReportFormat.Csv, narrow, Cp932: true, AcceptLoss: true));
        Assert.Equal(["\uD842\uDFB7"], written.Value.Lost);
        var text = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetString(narrow.ToArray());
        Assert.Contains("〓野家の前の歩道を広げてください～。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_that_looks_like_a_formula_stays_text()
    {
        var slug = await Published("＝HYPERLINK を使わないでください。");
        using var csv = await File(slug, PaperKind.Result, ReportFormat.Csv);
        Assert.Contains(",'＝HYPERLINK", Encoding.UTF8.GetString(csv.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaperKind.Result)]
    [InlineData(PaperKind.Note)]
    [InlineData(PaperKind.Tables)]
    [InlineData(PaperKind.Revisions)]
    public async Task A_pdf_has_its_tags_its_language_its_title_and_its_font(PaperKind kind)
    {
        var slug = await Published("歩道を広げてください。");
        using var pdf = await File(slug, kind, ReportFormat.Pdf);
        using var read = PdfSharp.Pdf.IO.PdfReader.Open(pdf, PdfSharp.Pdf.IO.PdfDocumentOpenMode.Import);
        var catalog = read.Internals.Catalog.Elements;
        Assert.True(catalog.GetDictionary("/MarkInfo")!.Elements.GetBoolean("/Marked"));
        Assert.Equal("ja-JP", catalog.GetString("/Lang"));
        Assert.StartsWith((await app.Send(new GetConsultation(slug))).Value.Title, read.Info.Title, StringComparison.Ordinal);
        var all = read.Internals.GetAllObjects().OfType<PdfSharp.Pdf.PdfDictionary>().ToList();
        var tags = all.Select(d => d.Elements.GetName("/S")).ToHashSet();
        Assert.Superset(new HashSet<string> { "/Document", "/H1", "/P" }, tags);
        if (kind is not PaperKind.Note) Assert.Superset(new HashSet<string> { "/Table", "/TR", "/TH" }, tags);
        var fonts = all.Where(d => d.Elements.GetName("/Type") is "/FontDescriptor").ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.True(font.Elements.ContainsKey("/FontFile2")));
    }

    [Fact]
    public async Task A_character_that_the_font_lacks_is_named_and_no_pdf_is_written()
    {
        var slug = await Published("\uD842\uDFB7野家の前の歩道を広げてください。");
        using var nothing = new MemoryStream();
        var refused = (await app.Send(new WritePaper(slug, PaperKind.Result, ReportFormat.Pdf, nothing))).Why!;
        Assert.Equal(("font-lacks", "\uD842\uDFB7", 0L), (refused.Code, refused.Values[0], nothing.Length));
    }

    /// <summary>Each group's summary is what was sent.</summary>
    async Task<string> Published(params string[] texts)
    {
        var (slug, _) = await app.Answering(texts);
        foreach (var row in (await app.Board(slug)).Items)
            await app.Send(new SaveAnswer(slug, new(row.Number, row.Version), row.Summary, "ご意見を踏まえて進めます。", "参考"), Answers.Writer);
        if (texts.Length > 0) await app.ApproveAll(slug);
        Assert.False((await app.Send(new PublishResult(slug), Answers.Approver)).Refused);
        return slug;
    }

    async Task<MemoryStream> File(string slug, PaperKind kind, ReportFormat format, bool staff = false)
    {
        var file = new MemoryStream();
        var written = await app.Send(new WritePaper(slug, kind, format, file), staff ? Answers.Writer : null);
        Assert.False(written.Refused, written.Why?.Code);
        file.Position = 0;
        return file;
    }

    async Task<List<Dictionary<string, string?>>> Json(string slug, PaperKind kind)
    {
        using var file = await File(slug, kind, ReportFormat.Json);
        return JsonSerializer.Deserialize<List<Dictionary<string, string?>>>(file)!;
    }
}

public sealed class PapersOnSqlite(OnSqlite engine) : PapersTests(engine), IClassFixture<OnSqlite>;

public sealed class PapersOnPostgres(OnPostgres engine) : PapersTests(engine), IClassFixture<OnPostgres>;
