using System.Text;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Ledger;
using Participation.Application.Plans;
using Participation.Application.Tests.Plans;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.Tests.Plans;
using Participation.TestKit;

namespace Participation.Application.Tests.Ledger;

public abstract class SheetTests(EngineFixture engine)
{
    static readonly SheetDefaults Meeting = new(Channel.Meeting, new DateOnly(2026, 1, 5));
    static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    readonly TestApp app = engine.App;

    [RealPlanFact]
    public async Task The_opinions_of_a_session_go_in_with_their_receipt_numbers()
    {
        var slug = await app.Announce();
        var preview = await Preview(slug, RealPlans.Bytes("ichinoseki-opinions.csv"), Meeting);
        Assert.Equal((35, 0, 0), (preview.Good, preview.Late, preview.BadRows));
        var taken = (await app.Send(new TakeInSheet(slug, preview.Sheet, Meeting), TestApp.Staff)).Value;
        Assert.Equal((35, 35), (taken.Taken.Count, taken.Taken.Select(t => t.ReceiptNumber).Distinct().Count()));
        var counts = (await app.Send(new GetConsultation(slug))).Value.Counts;
        Assert.Equal((35, 35), (counts.Submitters, counts.Opinions));
        Assert.Equal([3, 3, 4, 5, 6, 6, 8], counts.ByTopic.Values.Order());
        // 6, 6, 8, 4, 5, 3, 3, in the order of the session's seven categories.
        var topics = await app.With(db => db.Opinions.Where(o => db.Consultations.Any(c => c.Id == o.ConsultationId && c.Slug == slug)).OrderBy(o => o.Sequence).Select(o => o.Topic!).ToListAsync());
        Assert.Equal([6, 6, 8, 4, 5, 3, 3], topics.CountBy(t => t).Select(t => t.Value));
    }

    [Fact]
    public async Task Each_bad_row_is_named_and_nothing_is_kept_until_somebody_says_yes()
    {
        var slug = await app.Announce(a => a with { Channels = [new(Channel.Web), new(Channel.Fax), new(Channel.Post, DeadlineRule.Postmark)] });
        await app.Send(new ImportPlan(slug, PlanFormat.Markdown, Encoding.UTF8.GetBytes("# 港の灯り\n\n港を明るくします。\n")), TestApp.Staff);
        var csv = """
            受領日,消印日,提出方法,氏名,該当箇所,意見
            R8.1.5,,ファクス,大町 みどり,港の 灯り,港を明るく
            R8.1.5,,伝書鳩,,,鳩で出した
            2026-02-30,,ファクス,,,日付がない
            2026-1-5,2026-1-9,郵送,,,消印が後
            R8.1.5,,ファクス,,,
            R8.1.5,,ファクス,,空の章,章がない
            R8.1.5,,ファクス,大町 みどり,港の 灯り,港を明るく
            R8.1.5,,ウェブ,,,ウェブの声
            ,,ファクス,,,日付なし
            """;
        var preview = await Preview(slug, Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(csv)).ToArray());
        Assert.Equal(
            ["3 sheet-channel", "4 sheet-day", "5 postmark-after-receipt", "6 opinion-required", "7 sheet-section", "8 sheet-row-twice", "9 channel-not-for-import", "10 sheet-no-day"],
            preview.Bad.Select(b => $"{b.Line} {b.Why.Code}"));
        Assert.Equal((1, 0), (preview.Good, (await Figures(slug)).All));

        foreach (var _ in new[] { 1, 2 })
        {
            var taken = (await app.Send(new TakeInSheet(slug, preview.Sheet, new()), TestApp.Staff)).Value;
            Assert.Equal((1, 8), (taken.Taken.Count, taken.BadRows));
        }
        Assert.Equal(1, (await Figures(slug)).All);
        var view = (await app.Send(new GetSubmission(slug, (await Find(slug)).Lines[0].ReceiptNumber), TestApp.Staff)).Value;
        Assert.Equal(("大町 みどり", Channel.Fax, "港の灯り"), (view.Sender.Name, view.Channel, view.Opinions[0].SectionTitle));
    }

    [Fact]
    public async Task A_sheet_taken_in_by_mistake_is_taken_back_whole_and_comes_back_whole()
    {
        var slug = await app.Announce();
        var other = await Preview(slug, Encoding.UTF8.GetBytes("text\n別の表の意見\n"), Meeting);
        Assert.False((await app.Send(new TakeInSheet(slug, other.Sheet, Meeting), TestApp.Staff)).Refused);
        var wrong = await Preview(slug, Encoding.UTF8.GetBytes("text\n" + string.Concat(Enumerable.Range(0, 250).Select(i => $"よその町の意見その{i}\n"))), Meeting);
        var taken = (await app.Send(new TakeInSheet(slug, wrong.Sheet, Meeting), TestApp.Staff)).Value.Taken;
        var first = (await app.Send(new GetSubmission(slug, taken[0].ReceiptNumber), TestApp.Staff)).Value.Opinions[0];
        Assert.False((await app.Send(new ScopeOpinion(slug, taken[0].ReceiptNumber, first.Id, true, "対象外の地区", first.Version), TestApp.Staff)).Refused);

        Assert.Equal("required", (await app.Send(new VoidSheet(slug, wrong.Sheet, " "), TestApp.Staff)).Why!.Code);
        var undone = (await app.Send(new VoidSheet(slug, wrong.Sheet, "よその町の表だった"), await app.Member())).Value;
        Assert.Equal((249, taken[0].ReceiptNumber), (undone.Changed, Assert.Single(undone.Left)));
        var counts = (await app.Send(new GetConsultation(slug))).Value.Counts;
        Assert.Equal((2, 1), (counts.Submitters, counts.Opinions));
        Assert.Equal([(250, 249), (1, 0)], (await app.Send(new ListSheets(slug), TestApp.Staff)).Value.Select(s => (s.Submissions, s.Void)));
        Assert.Equal("sheet-taken-back", (await app.Send(new TakeInSheet(slug, wrong.Sheet, Meeting), TestApp.Staff)).Why!.Code);

        Assert.Equal(249, (await app.Send(new RestoreSheet(slug, wrong.Sheet), TestApp.Staff)).Value.Changed);
        Assert.Equal(250, (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions);
        Assert.Equal("not-found", (await app.Send(new VoidSheet(slug, new string('b', 64), "誤り"), TestApp.Staff)).Why!.Code);
    }

    [Fact]
    public async Task A_row_that_was_taken_back_alone_does_not_come_back_with_its_sheet()
    {
        var slug = await app.Announce();
        var preview = await Preview(slug, Encoding.UTF8.GetBytes("text\n一つめの意見\n二度書かれた意見\n三つめの意見\n"), Meeting);
        var taken = (await app.Send(new TakeInSheet(slug, preview.Sheet, Meeting), TestApp.Staff)).Value.Taken;
        Assert.False((await app.Send(new VoidSubmission(slug, taken[1].ReceiptNumber, "二度書かれていた", 0), TestApp.Staff)).Refused);
        Assert.Equal(2, (await app.Send(new VoidSheet(slug, preview.Sheet, "よその町の表だった"), TestApp.Staff)).Value.Changed);

        Assert.Equal(2, (await app.Send(new RestoreSheet(slug, preview.Sheet), TestApp.Staff)).Value.Changed);
        Assert.Equal(2, (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions);
        Assert.True((await app.Send(new GetSubmission(slug, taken[1].ReceiptNumber), TestApp.Staff)).Value.Void);
    }

    [Fact]
    public async Task A_colleague_who_goes_on_takes_no_row_twice_and_more_than_a_batch_goes_in()
    {
        var slug = await app.Announce();
        var csv = Encoding.UTF8.GetBytes("text\n" + string.Concat(Enumerable.Range(0, 450).Select(i => $"意見その{i}\n")));
        var preview = await Preview(slug, csv, Meeting);
        var first = (await app.Send(new TakeInSheet(slug, preview.Sheet, Meeting), TestApp.Staff)).Value;
        var again = (await app.Send(new TakeInSheet(slug, preview.Sheet, Meeting), await app.Member())).Value;
        Assert.Equal(first.Taken, again.Taken);
        Assert.Equal(450, (await Figures(slug)).All);
    }

    [Fact]
    public async Task Cp932_is_read_as_Excel_saves_it_and_another_code_page_is_named()
    {
        var slug = await app.Announce();
        const string Csv = "氏名,意見\r\n髙橋 〜,①番の道を広げて～\r\n";
        Assert.Equal(1, (await Preview(slug, Cp932.GetBytes(Csv.Replace('〜', '～')), Meeting)).Good);
        var euc = CodePagesEncodingProvider.Instance.GetEncoding(51932)!.GetBytes("氏名,意見\r\n大町,道を広げてください\r\n");
        Assert.Equal("sheet-code-page-file", (await app.Send(new PreviewSheet(slug, euc, Meeting), TestApp.Staff)).Why!.Code);
        var lost = await Preview(slug, Encoding.UTF8.GetBytes("意見\n道を\uFFFD\uFFFDげて\n"), Meeting);
        Assert.Equal("sheet-code-page", Assert.Single(lost.Bad).Why.Code);
    }

    [Fact]
    public async Task A_workbook_is_read_and_rows_with_formulas_or_merged_cells_are_named()
    {
        var slug = await app.Announce();
        var book = Workbooks.Of(
            Workbooks.Row(1, "受領日", "意見")
            + """<row r="2"><c r="A2"><v>46027</v></c><c r="B2" t="s"><v>0</v></c></row>"""
            + """<row r="3"><c r="B3" t="str"><f>1+1</f><v>2</v></c></row>"""
            + Workbooks.Row(4, "2026-01-05", "結合した") + Workbooks.Row(6, "2026-01-05", "ふつうの行"),
            """<mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells>""", "<si><r><t>漢字</t></r><r><t>の意見</t></r><rPh sb=\"0\" eb=\"2\"><t>かんじ</t></rPh></si>");
        var preview = await Preview(slug, book, Meeting);
        Assert.Equal(["3 sheet-formula", "4 sheet-merged"], preview.Bad.Select(b => $"{b.Line} {b.Why.Code}"));
        Assert.Equal([(2, "漢字の意見", new DateOnly(2026, 1, 5)), (6, "ふつうの行", new DateOnly(2026, 1, 5))], preview.Sample.Select(s => (s.Line, s.Words, s.ReceivedOn!.Value)));
    }

    [Theory]
    [InlineData("name,address\nみどり,大町\n", "sheet-header")]
    [InlineData("text\n", "csv-empty")]
    [InlineData("PK\u0003\u0004 no zip", "sheet-unknown")]
    [InlineData("%PDF-1.7\0", "sheet-unknown")]
    public async Task A_file_that_is_no_sheet_of_opinions_is_refused_by_name(string file, string code)
    {
        var slug = await app.Announce();
        Assert.Equal(code, (await app.Send(new PreviewSheet(slug, Encoding.Latin1.GetBytes(file), Meeting), TestApp.Staff)).Why!.Code);
        Assert.Equal("sheet-gone", (await app.Send(new TakeInSheet(slug, new string('a', 64), Meeting), TestApp.Staff)).Why!.Code);
    }

    async Task<SheetPreview> Preview(string slug, byte[] file, SheetDefaults? defaults = null) =>
        (await app.Send(new PreviewSheet(slug, file, defaults ?? new()), TestApp.Staff)).Value;

    async Task<LedgerSlice> Find(string slug) => (await app.Send(new FindSubmissions(slug, LedgerFilter.None), TestApp.Staff)).Value;

    async Task<LedgerFigures> Figures(string slug) => (await Find(slug)).Figures;
}

public sealed class SheetsOnSqlite(OnSqlite engine) : SheetTests(engine), IClassFixture<OnSqlite>;

public sealed class SheetsOnPostgres(OnPostgres engine) : SheetTests(engine), IClassFixture<OnPostgres>;
