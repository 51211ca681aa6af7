using Participation.Domain.Consultations;
using Participation.Domain.Following;
using Participation.Domain.Spaces;
using Participation.Domain.Tests.Consultations;

namespace Participation.Domain.Tests.Following;

public sealed class FollowingTests
{
    static readonly Consultation Plan = Given.Consultation();

    [Fact]
    public void The_clock_tells_of_an_opening_a_close_that_is_near_and_a_close_each_at_its_instant()
    {
        Assert.Equal([HappeningKinds.Opened], KindsBetween(Plan.Opens.AddTicks(-1), Plan.Opens));
        Assert.Equal([HappeningKinds.ClosesSoon], KindsBetween(Plan.Closes - ClockHappenings.Soon - TimeSpan.FromTicks(1), Plan.Closes - ClockHappenings.Soon));
        Assert.Equal([HappeningKinds.Closed], KindsBetween(Plan.Closes.AddTicks(-1), Plan.Closes));
        Assert.Empty(KindsBetween(Plan.Opens, Plan.Opens.AddDays(10)));
        Assert.Empty(KindsBetween(Plan.Closes, Plan.Closes.AddDays(10)));
    }

    [Fact]
    public void After_a_long_sleep_only_what_still_matters_is_told()
    {
        Assert.Equal([HappeningKinds.Closed], KindsBetween(Plan.Opens.AddDays(-1), Plan.Closes.AddDays(1)));
        Assert.Equal([HappeningKinds.Opened, HappeningKinds.ClosesSoon], KindsBetween(Plan.Opens.AddDays(-1), Plan.Closes.AddDays(-1)));
    }

    [Fact]
    public void A_call_that_is_announced_when_it_is_open_is_not_told_to_open() =>
        Assert.Empty(ClockHappenings.Of(Announced(at: Plan.Opens), Plan.Opens.AddDays(-1), Plan.Opens.AddDays(1)));

    [Fact]
    public void What_is_found_twice_has_one_key()
    {
        var once = ClockHappenings.Of(Plan, Plan.Opens.AddDays(-1), Plan.Opens).Single();
        var again = ClockHappenings.Of(Plan, Plan.Opens.AddHours(-1), Plan.Opens.AddHours(1)).Single();
        Assert.Equal(("consultation:plan-2030/opened", once.Key), (once.Key, again.Key));
    }

    [Theory]
    [InlineData("2026-01-05T06:59:59+09:00", Cadence.Daily, "2026-01-04T07:00:00+09:00")]
    [InlineData("2026-01-05T07:00:00+09:00", Cadence.Daily, "2026-01-05T07:00:00+09:00")]
    [InlineData("2026-01-05T06:59:59+09:00", Cadence.Weekly, "2025-12-29T07:00:00+09:00")]
    [InlineData("2026-01-05T07:00:00+09:00", Cadence.Weekly, "2026-01-05T07:00:00+09:00")]
    [InlineData("2026-01-11T23:59:59+09:00", Cadence.Weekly, "2026-01-05T07:00:00+09:00")]
    public void Digests_are_due_at_seven_in_the_morning_and_weekly_on_mondays(string now, Cadence cadence, string due) =>
        Assert.Equal(At(due), Digests.LastDue(cadence, Digests.UsualHour, At(now)));

    [Fact]
    public void A_space_says_when_staff_put_it_into_another_phase_and_not_when_they_only_name_it_better()
    {
        var now = At("2026-01-05T12:00:00+09:00");
        var space = Space.Open("river", Settings(new Phase("聞く", new(2026, 1, 1), new(2026, 1, 31))), now).Value;
        space.Forget();
        space.Describe(Settings(new Phase("意見を聞く", new(2026, 1, 1), new(2026, 1, 31))), now);
        Assert.Equal(["space.changed"], space.News.Select(n => n.Kind));
        space.Forget();
        space.Describe(Settings(new Phase("意見を聞く", new(2026, 1, 1), new(2026, 1, 4)), new Phase("まとめる", new(2026, 1, 5), new(2026, 1, 31))), now);
        Assert.Equal(["space.changed", "space.phase-changed"], space.News.Select(n => n.Kind));
        Assert.Equal("space:river/phase-began/2026-01-05", ClockHappenings.Of(space, now.AddDays(-1), now).Single().Key);
    }

    [Fact]
    public void Nobody_follows_more_than_they_could_read() =>
        Assert.Equal("follows-too-many", Follow.Begin("a", new(Followed.Space, "river"), Cadence.Daily, Follow.AtMost, Given.During).Why!.Code);

    [Theory]
    [InlineData("space:river", true)]
    [InlineData("space:", false)]
    [InlineData(":river", false)]
    [InlineData("river", false)]
    [InlineData(null, false)]
    public void What_is_followed_has_a_kind_and_a_key(string? text, bool read) => Assert.Equal(read, Followed.TryParse(text, out _));

    static IEnumerable<string> KindsBetween(DateTimeOffset after, DateTimeOffset until) => ClockHappenings.Of(Plan, after, until).Select(h => h.Kind);

    static Consultation Announced(DateTimeOffset at) =>
        Consultation.Announce(new ConsultationSettings { Slug = "late", Title = "案", Window = Plan.Window, MinimumDays = 0 }, at).Value;

    static SpaceSettings Settings(params Phase[] phases) => new("川", "", "", "", phases);

    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
