using System.Text;
using Participation.Application.Consultations;
using Participation.Application.Papers;
using Participation.Application.Spaces;
using Participation.Application.Tests.Documents;
using Participation.Application.Tests.Plans;
using Participation.Domain.Outcomes;
using Participation.Domain.Spaces;
using Participation.Domain.Tests.Plans;
using Participation.TestKit;
using UglyToad.PdfPig;

namespace Participation.Application.Tests.Spaces;

public abstract class AttendanceTests(EngineFixture engine)
{
    static readonly int[] Subtotals = [150, 75, 39, 64, 47, 9, 15, 20];

    readonly TestApp app = engine.App;

    [RealPlanFact]
    public async Task The_table_of_thirty_five_meetings_has_its_eight_subtotals_and_its_total()
    {
        var view = await Loaded();
        Assert.Equal(Subtotals, view.Groups.Select(g => g.People));
        Assert.Equal((35, 419), (view.Meetings, view.People));
    }

    [RealPlanFact]
    public async Task Its_paper_says_the_same_on_a_page_and_in_a_sheet()
    {
        var view = await Loaded();
        using var docx = await File(view.Slug, ReportFormat.Docx);
        var words = OfficeFiles.Text(docx);
        foreach (var group in view.Groups) Assert.Contains($"{group.Name}　小計\n\n{group.People}", words, StringComparison.Ordinal);
        Assert.Contains("計（延べ）\n\n419", words, StringComparison.Ordinal);
        Assert.Contains("令和5年7月11日（火）\n2023-07-11", words, StringComparison.Ordinal);

        using var pdf = PdfDocument.Open((await File(view.Slug, ReportFormat.Pdf)).ToArray());
        var read = string.Concat(pdf.GetPages().Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal);
        foreach (var sum in Subtotals) Assert.Contains($"小計{sum}", read, StringComparison.Ordinal);
        Assert.Contains("計（延べ）419", read, StringComparison.Ordinal);

        using var xlsx = await File(view.Slug, ReportFormat.Xlsx);
        var table = OfficeFiles.Table(xlsx).Skip(1).ToList();
        // A clean sheet: one row for each meeting, and no sum among them.
        Assert.Equal((35, 419), (table.Count, table.Sum(row => int.Parse(row[^1].Text, System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(Subtotals, table.GroupBy(row => row[1].Text).Select(g => g.Sum(row => int.Parse(row[^1].Text, System.Globalization.CultureInfo.InvariantCulture))));
        var csv = Encoding.UTF8.GetString((await File(view.Slug, ReportFormat.Csv)).ToArray()).Trim().Split("\r\n");
        Assert.Equal(36, csv.Length);
        Assert.EndsWith(",2023-07-11,令和5年7月11日（火）,20", csv[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_add_a_meeting_and_take_it_out_and_nobody_else_does()
    {
        var slug = await Opened();
        Assert.Equal("not-allowed", (await app.Send(Meeting(slug, "12"), TestApp.Staff with { Roles = new HashSet<string> { "citizen" } })).Why!.Code);
        Assert.Null((await app.Send(Meeting(slug, "１２"), TestApp.Staff)).Why);
        Assert.Null((await app.Send(Meeting(slug, "8") with { Venue = "東の会館" }, TestApp.Staff)).Why);
        var view = (await app.Send(new GetAttendance(slug))).Value;
        Assert.Equal((2, 20, 1), (view.Meetings, view.People, view.Groups.Count));
        Assert.Equal(new DateOnly(2025, 11, 3), view.Groups[0].Meetings[0].Day);
        var taken = (await app.Send(new RemoveAttendance(slug, view.Groups[0].Meetings[0]), TestApp.Staff)).Value;
        Assert.Equal(8, taken.People);
        Assert.Equal(Refusal.ChangedMeanwhile, (await app.Send(new RemoveAttendance(slug, view.Groups[0].Meetings[0]), TestApp.Staff)).Why);
        Assert.Equal(8, (await app.Send(new GetAttendance(slug))).Value.People);
    }

    [Fact]
    public async Task A_meeting_whose_button_is_pressed_twice_is_added_once_and_one_that_is_like_it_is_another()
    {
        var slug = await Opened();
        var pressed = Meeting(slug, "12") with { Key = $"k-{Guid.NewGuid():N}" };
        // The second press may come while the first is still at work; then it is told so.
        var answers = await Task.WhenAll(app.Send(pressed, TestApp.Staff), app.Send(pressed, TestApp.Staff));
        Assert.All(answers, a => Assert.True(a.Why is null or { Code: "still-at-work" }));
        Assert.Contains(answers, a => a.Why is null);
        Assert.Null((await app.Send(pressed, TestApp.Staff)).Why);
        Assert.Equal(12, (await app.Send(new GetAttendance(slug))).Value.People);
        // Two meetings of a day in one house may well have had as many people.
        Assert.Null((await app.Send(Meeting(slug, "12") with { Key = $"k-{Guid.NewGuid():N}" }, TestApp.Staff)).Why);
        Assert.Equal((2, 24), ((await app.Send(new GetAttendance(slug))).Value.Meetings, (await app.Send(new GetAttendance(slug))).Value.People));
    }

    [Fact]
    public async Task What_the_list_of_a_meeting_counted_goes_into_the_table_once()
    {
        var slug = await Opened();
        var counted = Meeting(slug, "12") with { Once = true };
        Assert.Null((await app.Send(counted with { Key = $"k-{Guid.NewGuid():N}" }, TestApp.Staff)).Why);
        Assert.Equal("attendance-counted", (await app.Send(counted with { Key = $"k-{Guid.NewGuid():N}" }, TestApp.Staff)).Why!.Code);
        Assert.Equal(12, (await app.Send(new GetAttendance(slug))).Value.People);
    }

    [Theory]
    [InlineData("-1", "R7.11.3", "港の会館", "people")]
    [InlineData("たくさん", "R7.11.3", "港の会館", "people")]
    [InlineData("5", "いつか", "港の会館", "day")]
    [InlineData("5", "R7.11.3", " ", "venue")]
    public async Task A_field_that_cant_be_read_is_named(string people, string day, string venue, string field)
    {
        var slug = await Opened();
        var refused = (await app.Send(new AddAttendance(slug, null, venue, day, people), TestApp.Staff)).Why!;
        Assert.Equal(field, Assert.Single(refused.Faults).Field);
    }

    [Fact]
    public async Task A_file_with_a_bad_row_is_not_taken_at_all_and_the_row_is_named()
    {
        var slug = await Opened();
        await app.Send(Meeting(slug, "12"), TestApp.Staff);
        var csv = "region,venue,date,attendees\n東,東の会館,2025-11-04,9\n,西の会館,2025-11-31,9\n"u8.ToArray();
        var refused = (await app.Send(new ImportAttendance(slug, csv), TestApp.Staff)).Why!;
        Assert.Equal(("attendance-line", 3), (refused.Code, refused.Values[0]));
        Assert.Equal("attendance-header", (await app.Send(new ImportAttendance(slug, "a,b\n1,2\n"u8.ToArray()), TestApp.Staff)).Why!.Code);
        Assert.Equal(12, (await app.Send(new GetAttendance(slug))).Value.People);
    }

    [Fact]
    public async Task Without_a_record_the_paper_says_so()
    {
        using var docx = await File(await Opened(), ReportFormat.Docx);
        Assert.Contains("参加者数の記録はありません。", OfficeFiles.Text(docx), StringComparison.Ordinal);
    }

    static AddAttendance Meeting(string slug, string people) => new(slug, "港", "港の会館", "令和7年11月3日", people);

    async Task<AttendanceView> Loaded()
    {
        var slug = await Opened();
        var loaded = await app.Send(new ImportAttendance(slug, RealPlans.Bytes("ichinoseki-attendance.csv")), TestApp.Staff);
        Assert.Null(loaded.Why);
        return loaded.Value;
    }

    async Task<string> Opened() => (await app.Send(new SaveSpace { Slug = $"s-{Guid.NewGuid():N}", Title = "総合計画の策定" }, TestApp.Staff)).Value.Slug;

    async Task<MemoryStream> File(string slug, ReportFormat format)
    {
        var file = new MemoryStream();
        Assert.Null((await app.Send(new WriteAttendance(slug, format, file))).Why);
        file.Position = 0;
        return file;
    }
}

public sealed class AttendanceOnSqlite(OnSqlite engine) : AttendanceTests(engine), IClassFixture<OnSqlite>;

public sealed class AttendanceOnPostgres(OnPostgres engine) : AttendanceTests(engine), IClassFixture<OnPostgres>;
