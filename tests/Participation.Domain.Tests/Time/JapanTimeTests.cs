using Participation.Domain.Time;

namespace Participation.Domain.Tests.Time;

public class JapanTimeTests
{
    /// <summary>Zones whose clocks have gone forward or back at midnight.</summary>
    [Theory]
    [InlineData("Asia/Tokyo")]
    [InlineData("UTC")]
    [InlineData("Pacific/Auckland")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Atlantic/Azores")]
    [InlineData("America/Havana")]
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Beirut")]
    public void A_day_begins_at_its_first_tick_whatever_the_clocks_do(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        for (var day = new DateOnly(2023, 1, 1); day.Year < 2028; day = day.AddDays(1))
        {
            var start = JapanTime.StartOfDay(day, zone);
            Assert.Equal((day.AddDays(-1), day), (JapanTime.DayOf(start.AddTicks(-1), zone), JapanTime.DayOf(start, zone)));
        }
    }

    [Fact]
    public void An_instant_is_the_same_day_however_its_offset_is_written()
    {
        var at = new DateTimeOffset(2025, 12, 24, 15, 0, 0, TimeSpan.Zero);
        foreach (var hours in new[] { -11, -8, 0, 9, 14 })
            Assert.Equal(new DateOnly(2025, 12, 25), JapanTime.DayOf(at.ToOffset(TimeSpan.FromHours(hours)), JapanTime.Zone));
    }
}
