using Participation.Domain.Outcomes;
using Participation.Domain.Series;
using static Participation.Domain.Tests.Series.Plans;

namespace Participation.Domain.Tests.Series;

public sealed class MeetingTests
{
    static readonly DateOnly May28 = new(2025, 5, 28), August26 = new(2025, 8, 26);

    [Fact]
    public void Meetings_are_numbered_as_they_are_added_and_keep_their_number()
    {
        var series = Draft();
        foreach (var day in new DateOnly[] { new(2024, 12, 20), new(2024, 12, 23), new(2025, 3, 21), new(2025, 3, 24), May28, August26 }) series.Add(Plan(day), Now);
        Assert.Equal([1, 2, 3, 4, 5, 6], series.Meetings.Select(m => m.Number));
        series.Publish(Now);
        series.Meetings[0].Postpone(August26.AddDays(1), null, "大雪のため", Now);
        Assert.Equal(1, series.Meetings[0].Number);
    }

    [Fact]
    public void A_meeting_of_two_days_is_held_when_its_second_day_is_over()
    {
        var meeting = Meeting(May28, May28.AddDays(1));
        Assert.Equal(MeetingStanding.Planned, meeting.StandingAt(At("2025-05-29T15:59:59+09:00")));
        Assert.Equal(MeetingStanding.Held, meeting.StandingAt(At("2025-05-29T16:00:00+09:00")));
        Assert.Equal(At("2025-05-28T04:30:00Z"), meeting.StartsAt);
    }

    [Fact]
    public void What_is_put_off_says_why_and_keeps_the_day_it_was_planned_for()
    {
        var meeting = Meeting(May28);
        Assert.Equal("reason", Assert.Single(meeting.Postpone(null, null, "  ", Now).Why!.Faults).Field);
        Assert.Null(meeting.Postpone(null, null, "大雨のため", Now).Why);
        Assert.Equal(MeetingStanding.Postponed, meeting.StandingAt(At("2025-06-30T00:00:00+09:00")));
        Assert.Equal(new MeetingMove(May28, May28, "大雨のため", Now), Assert.Single(meeting.Moves));

        // The new day, once it is known, needs no second reason.
        Assert.Null(meeting.Postpone(August26, null, null, Now).Why);
        Assert.Equal((August26, MeetingStanding.Planned, 1, 2), (meeting.First, meeting.StandingAt(Now), meeting.Moves.Count, meeting.Sequence));
    }

    [Theory]
    [InlineData("2025-05-28", null, "meeting-same-day")]
    [InlineData("2024-11-30", null, "meeting-day-past")]
    [InlineData("2025-06-02", "2025-06-01", "window-reversed")]
    [InlineData("2025-06-02", "2025-06-09", "meeting-too-long")]
    public void A_new_day_is_another_one_and_still_to_come(string first, string? last, string code)
    {
        var meeting = Meeting(May28);
        var refused = meeting.Postpone(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), last is null ? null : DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), "都合により", Now);
        Assert.Equal(code, refused.Why!.Code);
        Assert.Empty(meeting.Moves);
    }

    [Fact]
    public void What_is_cancelled_or_held_stays_so()
    {
        var cancelled = Meeting(May28);
        Assert.Equal("required", cancelled.Cancel(null, Now).Why!.Code);
        Assert.Null(cancelled.Cancel("講師の都合", Now).Why);
        Assert.Equal("meeting-cancelled", cancelled.Postpone(August26, null, "やはり", Now).Why!.Code);
        Assert.Equal("meeting-cancelled", cancelled.Change(Plan(May28), Now).Why!.Code);

        var held = Meeting(May28);
        var after = At("2025-05-28T16:00:00+09:00");
        Assert.Equal("meeting-over", held.Cancel("都合", after).Why!.Code);
        Assert.Equal("meeting-over", held.Postpone(August26, null, "都合", after).Why!.Code);
        // What was taken over and which workshops it held can be written down afterwards.
        Assert.Null(held.Change(Plan(May28) with { TakenOver = "広場の案" }, after).Why);
    }

    [Fact]
    public void Once_it_is_published_a_day_moves_only_with_its_reason()
    {
        Assert.Equal(("first", "meeting-published"), Fault(Meeting(May28).Change(Plan(August26), Now)));
        var draft = Draft();
        var meeting = draft.Add(Plan(May28), Now).Value;
        Assert.Null(meeting.Change(Plan(August26), Now).Why);
        Assert.Equal(August26, meeting.First);
    }

    [Fact]
    public void All_that_is_wrong_with_a_plan_is_said_at_once()
    {
        var refused = Draft().Add(new(" ", null, null, new(16, 0), new(13, 0), "会\u0007場", 2001, new string('あ', 2001)), Now);
        Assert.Equal(["title", "venue", "takenOver", "first", "ends", "places"], refused.Why!.Faults.Select(f => f.Field));
    }

    [Fact]
    public void An_empty_series_is_not_published_and_none_twice()
    {
        var series = Draft();
        Assert.Equal("series-empty", series.Publish(Now).Why!.Code);
        series.Add(Plan(May28), Now);
        Assert.Null(series.Publish(Now).Why);
        Assert.Equal("series-published", series.Publish(Now).Why!.Code);
    }

    static (string, string) Fault<T>(Outcome<T> outcome) => (outcome.Why!.Faults[0].Field, outcome.Why.Faults[0].Code);
}
