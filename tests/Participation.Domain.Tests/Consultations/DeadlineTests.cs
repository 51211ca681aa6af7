using Participation.Domain.Consultations;
using Participation.Domain.Time;

namespace Participation.Domain.Tests.Consultations;

public class DeadlineTests
{
    static readonly Window Window = Window.OfDays(new DateOnly(2025, 12, 25), new DateOnly(2026, 1, 23), JapanTime.Zone)!;
    static readonly DateTimeOffset During = new(2026, 1, 10, 0, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset After = new(2026, 1, 28, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2025-12-24T14:59:59.9999999Z", "not-open")]
    [InlineData("2025-12-24T15:00:00Z", "Accepted")]
    [InlineData("2026-01-23T14:59:59.9999999Z", "Accepted")]
    [InlineData("2026-01-23T15:00:00Z", "Late")]
    [InlineData("2026-01-24T00:00:00+09:00", "Late")]
    public void The_web_is_judged_by_the_servers_receipt(string at, string verdict) =>
        Assert.Equal(verdict, Judge(new(Channel.Web), new(Channel.Web, DateTimeOffset.Parse(at, null))));

    [Theory]
    [InlineData(DeadlineRule.Arrival, "2026-01-23", null, "Accepted")]
    [InlineData(DeadlineRule.Arrival, "2026-01-24", null, "Late")]
    [InlineData(DeadlineRule.Arrival, "2026-01-24", "2026-01-23", "Late")]
    [InlineData(DeadlineRule.Postmark, "2026-01-26", "2026-01-23", "Accepted")]
    [InlineData(DeadlineRule.Postmark, "2026-01-26", "2026-01-24", "Late")]
    [InlineData(DeadlineRule.Postmark, "2026-01-26", null, "Late")]
    [InlineData(DeadlineRule.Postmark, "2026-01-23", null, "Accepted")]
    [InlineData(DeadlineRule.Arrival, "2025-12-24", null, "not-open")]
    [InlineData(DeadlineRule.Arrival, "2026-01-29", null, "date-in-future")]
    [InlineData(DeadlineRule.Postmark, "2026-01-20", "2026-01-21", "postmark-after-receipt")]
    public void Paper_is_judged_by_its_days_and_not_by_when_it_is_keyed_in(DeadlineRule rule, string receivedOn, string? postmarkedOn, string verdict) =>
        Assert.Equal(verdict, Judge(new(Channel.Post, rule), new(Channel.Post, After, Day(receivedOn), postmarkedOn is null ? null : Day(postmarkedOn))));

    [Fact]
    public void Post_in_time_by_its_mark_can_still_come_too_late_to_be_counted()
    {
        var rule = new ChannelRule(Channel.Post, DeadlineRule.Postmark, JapanTime.StartOfDay(new DateOnly(2026, 1, 27), JapanTime.Zone));
        Assert.Equal("Accepted", Judge(rule, new(Channel.Post, After, Day("2026-01-26"), Day("2026-01-23"))));
        Assert.Equal("Late", Judge(rule, new(Channel.Post, After, Day("2026-01-27"), Day("2026-01-23"))));
    }

    [Fact]
    public void A_counter_that_shuts_at_five_is_late_at_five()
    {
        var five = new DateTimeOffset(2026, 1, 23, 17, 0, 0, TimeSpan.FromHours(9));
        var rule = new ChannelRule(Channel.Counter, DeadlineRule.Arrival, five);
        Assert.Equal("Accepted", Judge(rule, new(Channel.Counter, five.AddTicks(-1))));
        Assert.Equal("Late", Judge(rule, new(Channel.Counter, five)));
    }

    [Fact]
    public void A_typed_in_date_opens_no_window_on_the_web() =>
        Assert.Equal("date-not-for-web", Judge(new(Channel.Web), new(Channel.Web, After, Day("2026-01-20"))));

    [Fact]
    public void Paper_that_comes_before_the_window_opens_is_not_taken_even_with_a_later_date() =>
        Assert.Equal("not-open", Judge(new(Channel.Fax), new(Channel.Fax, Window.Opens.AddTicks(-1))));

    [Fact]
    public void During_the_window_paper_without_a_date_came_now() =>
        Assert.Equal("Accepted", Judge(new(Channel.Fax), new(Channel.Fax, During)));

    static string Judge(ChannelRule rule, Arrival arrival)
    {
        var verdict = Deadline.Judge(Window, rule, arrival);
        return verdict.Refused ? verdict.Why.Code : verdict.Value.ToString();
    }

    static DateOnly Day(string text) => DateOnly.Parse(text, null);
}
