using Participation.Domain.Outcomes;
using Participation.Domain.Spaces;
using Participation.Domain.Time;

namespace Participation.Domain.Tests.Spaces;

public sealed class TimelineTests
{
    [Fact]
    public void A_window_of_thirty_days_counts_both_its_ends()
    {
        var entry = Read(Row(start: "2025-12-25", end: "2026-01-23"));
        Assert.Equal(30, entry.Days);
    }

    [Fact]
    public void A_month_alone_has_no_day_and_no_length()
    {
        var entry = Read(Row(start: "2025-07", end: "2025-07"));
        Assert.Equal((false, (int?)null), (entry.HasDay, entry.Days));
        Assert.Equal((new DateOnly(2025, 7, 1), new DateOnly(2025, 7, 31)), (entry.Start!.Value.First, entry.End!.Value.Last));
    }

    [Fact]
    public void One_day_needs_no_end() => Assert.Equal(1, Read(Row(start: "2025-10-03", end: "")).Days);

    [Fact]
    public void What_is_undecided_needs_no_day()
    {
        var entry = Read(Row(start: "", end: "", status: "tbd"));
        Assert.Equal((TimelineStatus.Undecided, (PartialDate?)null), (entry.Status, entry.Start));
    }

    [Theory]
    [InlineData("R7", 2025)]
    [InlineData("令和7年度", 2025)]
    [InlineData("2025", 2025)]
    [InlineData("R1", 2019)]
    [InlineData("令和元年度", 2019)]
    [InlineData("H31", 2019)]
    public void Fiscal_years_are_read_as_papers_write_them(string text, int begins)
    {
        Assert.True(FiscalYear.TryParse(text, out var year));
        Assert.Equal(begins, year.Begins);
    }

    [Fact]
    public void January_belongs_to_the_fiscal_year_before() => Assert.Equal("令和7年度", FiscalYear.Of(new(2026, 1, 23)).Wareki);

    [Theory]
    [InlineData("R7", "審議会", "", "2025-02-30", "", "planned", "timeline-date")]
    [InlineData("R7", "審議会", "", "2025-13", "", "planned", "timeline-date")]
    [InlineData("R7", "審議会", "", "2025-06-02", "2025-06-01", "planned", "timeline-reversed")]
    [InlineData("R7", "審議会", "", "2025-03-31", "", "planned", "timeline-outside-year")]
    [InlineData("R7", "審議会", "", "2026-04-01", "", "planned", "timeline-outside-year")]
    [InlineData("R7", "審議会", "", "2025-06-01", "", "maybe", "timeline-status")]
    [InlineData("R7", " ", "", "2025-06-01", "", "planned", "timeline-mechanism")]
    [InlineData("N7", "審議会", "", "2025-06-01", "", "planned", "timeline-year")]
    [InlineData("R7", "審議会", "一", "2025-06-01", "", "planned", "timeline-number")]
    [InlineData("R7", "審議会", "0", "2025-06-01", "", "planned", "timeline-number")]
    [InlineData("R7", "審議会", "", "", "2025-06-01", "planned", "timeline-no-start")]
    [InlineData("R7", "審議会", "", "", "", "planned", "timeline-no-date")]
    public void A_bad_row_is_named_by_its_line_and_by_what_to_mend(
        string year, string mechanism, string number, string start, string end, string status, string code)
    {
        var refused = Timeline.Read([Row(), new(3, year, mechanism, number, start, end, status, "")]);
        var fault = Assert.Single(refused.Why!.Faults);
        Assert.Equal(("line 3", code, 3), (fault.Field, fault.Code, fault.Values[0]));
    }

    [Fact]
    public void A_stretch_over_the_end_of_March_belongs_to_the_year_it_begins_in()
    {
        var entry = Read(Row(start: "2026-03-20", end: "2026-04-18"));
        Assert.Equal((2025, 30), (entry.Year.Begins, entry.Days));
    }

    [Fact]
    public void Every_bad_row_is_named_at_once()
    {
        var refused = Timeline.Read([Row(line: 2, start: "2025-02-30"), Row(line: 3), Row(line: 4, status: "maybe")]);
        Assert.Equal(["line 2", "line 4"], refused.Why!.Faults.Select(f => f.Field));
    }

    [Fact]
    public void Numbers_begin_again_each_fiscal_year_and_no_number_comes_twice_in_one()
    {
        Assert.False(Timeline.Read([Row(2, "R6", "1", "2024-10-08"), Row(3, "R7", "1", "2025-04-15")]).Refused);
        var refused = Timeline.Read([Row(2, "R7", "1", "2025-04-15"), Row(3, "R7", "1", "2025-08-25")]);
        Assert.Equal(("timeline-number-twice", "line 3"), (refused.Why!.Code, refused.Why.Faults[0].Field));
    }

    static TimelineEntry Read(TimelineRow row) => Timeline.Read([row]).Value[0];

    static TimelineRow Row(int line = 2, string year = "R7", string number = "", string start = "2025-10-03", string end = "", string status = "planned") =>
        new(line, year, "総合振興審議会", number, start, end, status, "");
}
