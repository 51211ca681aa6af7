using System.Text;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Tests.Documents;
using Participation.Application.Tests.People;
using Participation.Application.Tests.Plans;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.Tests.Plans;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

public abstract class LedgerTests(EngineFixture engine)
{
    static readonly DateOnly Day = new(2026, 1, 5);

    readonly TestApp app = engine.App;

    [RealPlanFact]
    public async Task Opinions_heard_at_meetings_stand_in_the_same_ledger()
    {
        var slug = await app.Announce();
        await app.Submit(slug, "ウェブの声");
        var imported = await app.Send(new ImportOpinions(slug, RealPlans.Bytes("ichinoseki-opinions.csv"), Channel.Meeting, Day), TestApp.Staff);

        Assert.Equal(35, imported.Value.Opinions);
        Assert.Equal([6, 6, 8, 4, 5, 3, 3], imported.Value.ByTopic.Values);
        var counts = (await app.Send(new GetConsultation(slug))).Value.Counts;
        Assert.Equal((36, 36), (counts.Submitters, counts.Opinions));
        Assert.Equal([3, 3, 4, 5, 6, 6, 8], counts.ByTopic.Values.Order());
        Assert.Equal((1, 35), (counts.ByChannel["web"], counts.ByChannel["meeting"]));
    }

    [Theory]
    [InlineData("no,category,text\n1,道,よい\n2,道,\n", "opinion-required")]
    [InlineData("番号,分類,本文\n1,道,よい\n", "csv-header")]
    [InlineData("no,category,text\n1,道,よい,余り\n", "csv-row")]
    [InlineData("no,category,text\n", "csv-empty")]
    public async Task A_file_with_one_bad_row_is_not_taken_at_all(string csv, string code)
    {
        var slug = await app.Announce();
        var refused = await app.Send(new ImportOpinions(slug, Encoding.UTF8.GetBytes(csv), Channel.Meeting, Day), TestApp.Staff);
        Assert.Equal(code, refused.Why!.Code);
        Assert.Equal(0, (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_named_as_such()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var slug = await app.Announce();
        var cp932 = Encoding.GetEncoding(932).GetBytes("no,category,text\n1,道路,よい\n");
        var refused = await app.Send(new ImportOpinions(slug, cp932, Channel.Meeting, Day), TestApp.Staff);
        Assert.Equal("csv-encoding", refused.Why!.Code);
    }

    [Fact]
    public async Task The_ledger_is_written_with_a_byte_order_mark_and_no_cell_that_runs()
    {
        var slug = await app.Announce();
        foreach (var text in new[] { "=1+1", "+81", "-1", "@SUM", "＝１", "＋１", "ふつうの声" })
            await app.Send(new SubmitOpinions(slug, new Sender(Name: "=cmd"), [new(text)]));
        using var csv = new MemoryStream();
        Assert.False((await app.Send(new WriteReport(slug, ReportFormat.Csv, csv), TestApp.Staff)).Refused);

        Assert.Equal([0xEF, 0xBB, 0xBF], csv.ToArray()[..3]);
        var lines = Encoding.UTF8.GetString(csv.ToArray()).Trim().Split("\r\n");
        Assert.Equal(8, lines.Length);
        Assert.EndsWith(",'=1+1", lines[1], StringComparison.Ordinal);
        Assert.Contains(",'=cmd,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",'＋１", lines[6], StringComparison.Ordinal);
        Assert.EndsWith(",ふつうの声", lines[7], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportFormat.Xlsx)]
    [InlineData(ReportFormat.Docx)]
    public async Task The_ledger_is_written_for_office_with_its_window_and_its_counts(ReportFormat format)
    {
        var slug = await app.Announce();
        await app.Send(new SubmitOpinions(slug, new Sender(Name: "大町 みどり"), [new("歩道を広げてください"), new("=HYPERLINK(1)")]));
        using var file = new MemoryStream();
        Assert.False((await app.Send(new WriteReport(slug, format, file), TestApp.Staff)).Refused);
        file.Position = 0;
        if (format is ReportFormat.Xlsx)
        {
            var table = OfficeFiles.Table(file);
            Assert.Equal(["1", "2"], table.Skip(1).Select(row => row[14].Text));
            Assert.Equal(["歩道を広げてください", "=HYPERLINK(1)"], table.Skip(1).Select(row => row[^1].Text));
            return;
        }
        var text = OfficeFiles.Text(file);
        foreach (var words in new[] { "令和7年12月25日（木）から令和8年1月23日（金）まで（30日間）", "1人", "2件", "大町 みどり", "=HYPERLINK(1)" })
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_works_on_behalf_of_somebody_stands_beside_them_with_both_names()
    {
        var (slug, staff) = (await app.Announce(), await app.Person("総合政策課 はまゆり"));
        var caller = TestApp.Staff with { ActorId = staff, UserId = staff };
        var receipt = (await app.Send(new SubmitOpinions(slug, new Sender(Name: "大町 みどり"), [new("窓口で聞きました")], Channel.Counter), caller)).Value;
        await app.Submit(slug, "自分で出しました");

        var rows = (await app.Send(new ListSubmissions(slug), TestApp.Staff)).Value.Items;
        Assert.Equal(("大町 みどり", "総合政策課 はまゆり"), (rows[0].Sender.Name, rows[0].KeyedByName));
        Assert.Equal((null, null), (rows[1].KeyedBy, rows[1].KeyedByName));
        var act = await app.With(db => db.AuditEntries.SingleAsync(e => e.Name == "submission.keyed-on-behalf" && e.Subject == $"submission:{receipt.ReceiptNumber}"));
        Assert.Equal(staff, act.Actor);
        using var csv = new MemoryStream();
        await app.Send(new WriteReport(slug, ReportFormat.Csv, csv), TestApp.Staff);
        Assert.Contains(",総合政策課 はまゆり,", Encoding.UTF8.GetString(csv.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_staff_see_the_ledger_and_that_they_took_it_away_is_noted()
    {
        var slug = await app.Announce();
        Assert.Equal(Refusal.SignInRequired, (await app.Send(new ListSubmissions(slug))).Why);
        Assert.Equal(Refusal.SignInRequired, (await app.Send(new WriteReport(slug, ReportFormat.Json, Stream.Null))).Why);
        await app.Send(new WriteReport(slug, ReportFormat.Json, Stream.Null), TestApp.Staff);
        var noted = await app.With(db => Task.FromResult(db.AuditEntries.Where(e => e.Name == "ledger.exported").ToList()));
        Assert.Contains(noted, e => e.Subject == $"consultation:{slug}" && e.Actor == TestApp.Staff.ActorId);
    }
}

public sealed class LedgerOnSqlite(OnSqlite engine) : LedgerTests(engine), IClassFixture<OnSqlite>;

public sealed class LedgerOnPostgres(OnPostgres engine) : LedgerTests(engine), IClassFixture<OnPostgres>;
