using System.Text;
using Participation.Web.Calendars;

namespace Participation.Web.Tests.Calendars;

public sealed class IcsTests
{
    static readonly DateTimeOffset Stamp = new(2026, 1, 5, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_day_ends_on_the_morning_after_its_last()
    {
        var lines = Lines(Event(first: new(2025, 12, 25), last: new(2026, 1, 23)));
        Assert.Contains("DTSTART;VALUE=DATE:20251225", lines);
        Assert.Contains("DTEND;VALUE=DATE:20260124", lines);
        Assert.Contains("DTSTAMP:20260105T030000Z", lines);
    }

    [Fact]
    public void Marks_that_mean_something_are_escaped()
    {
        var lines = Lines(Event(title: "審議会; 全体, \\諮問\r\n二行目"));
        Assert.Contains(@"SUMMARY:審議会\; 全体\, \\諮問\n二行目", lines);
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_unfolding_gives_all_of_it_back()
    {
        var title = string.Concat(Enumerable.Repeat("総合振興審議会🌊", 30));
        var text = IcsCalendar.Write("名", [Event(title: title)]);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Contains($"SUMMARY:{title}\r\n", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_ends_as_the_standard_says() =>
        Assert.DoesNotContain("\n", IcsCalendar.Write("名", [Event()]).Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);

    static string[] Lines(CalendarEvent each) => IcsCalendar.Write("名", [each]).Split("\r\n");

    static CalendarEvent Event(string title = "審議会", DateOnly? first = null, DateOnly? last = null) => new(
        "1@x", title, first ?? new(2026, 1, 28), last ?? first ?? new(2026, 1, 28), "", CalendarEventStatus.Confirmed, "http://localhost/spaces/x", Stamp);
}
