using Participation.Domain.Consultations;
using Participation.Domain.Time;

namespace Participation.Domain.Tests.Consultations;

public class WindowTests
{
    [Fact]
    public void Twelve_twenty_five_to_one_twenty_three_is_thirty_days_of_instants()
    {
        var window = Days("2025-12-25", "2026-01-23");
        Assert.Equal(new DateTimeOffset(2025, 12, 24, 15, 0, 0, TimeSpan.Zero), window.Opens);
        Assert.Equal(new DateTimeOffset(2026, 1, 23, 15, 0, 0, TimeSpan.Zero), window.Closes);
        Assert.Equal(30, window.Days);
        Assert.Equal((new DateOnly(2025, 12, 25), new DateOnly(2026, 1, 23)), (window.FirstDay, window.LastDay));
    }

    [Theory]
    [InlineData("2025-12-25", "2026-01-22", 29)]
    [InlineData("2026-02-06", "2026-02-20", 15)]
    [InlineData("2026-02-06", "2026-02-06", 1)]
    public void Both_ends_are_counted(string first, string last, int days) => Assert.Equal(days, Days(first, last).Days);

    [Fact]
    public void A_close_at_five_in_the_afternoon_counts_its_day() =>
        Assert.Equal(30, WindowText.Parse("2025-12-25", "2026-01-23T17:00:00+09:00", null).Value.Days);

    [Fact]
    public void Its_first_tick_is_in_and_its_last_instant_is_not()
    {
        var window = Days("2025-12-25", "2026-01-23");
        Assert.False(window.Contains(window.Opens.AddTicks(-1)));
        Assert.True(window.Contains(window.Opens));
        Assert.True(window.Contains(window.Closes.AddTicks(-1)));
        Assert.False(window.Contains(window.Closes));
    }

    [Fact]
    public void A_day_that_begins_later_because_clocks_went_forward_is_still_a_day()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var window = Window.OfDays(new DateOnly(2026, 3, 8), new DateOnly(2026, 3, 8), zone)!;
        Assert.Equal((TimeSpan.FromHours(23), 1), (window.Closes - window.Opens, window.Days));
    }

    [Theory]
    [InlineData("2026-01-23", "2025-12-25", null, "window-reversed")]
    [InlineData("2026-01-23T09:00:00", "2026-02-23", null, "date-unreadable")]
    [InlineData("あした", "2026-02-23", null, "date-unreadable")]
    [InlineData("2026-02-30", "2026-03-23", null, "date-unreadable")]
    [InlineData("2026-01-23", "2026-02-23", "Asia/Kamaishi", "time-zone-unknown")]
    public void What_is_no_window_is_refused(string opens, string closes, string? zone, string code) =>
        Assert.Equal(code, WindowText.Parse(opens, closes, zone).Why!.Code);

    static Window Days(string first, string last) =>
        Window.OfDays(DateOnly.Parse(first, null), DateOnly.Parse(last, null), JapanTime.Zone)!;
}
