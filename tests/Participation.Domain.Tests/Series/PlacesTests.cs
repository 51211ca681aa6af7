using Participation.Domain.Series;
using static Participation.Domain.Tests.Series.Plans;

namespace Participation.Domain.Tests.Series;

public sealed class PlacesTests
{
    static readonly DateOnly May28 = new(2025, 5, 28);

    [Fact]
    public void A_place_while_there_are_enough_for_all_who_come_along_else_a_turn_in_the_waiting_list()
    {
        var meeting = Meeting(May28, places: 3);
        Assert.Equal(SignUpStatus.Confirmed, meeting.SignUp(companions: 1).Value.Status);
        Assert.Equal(SignUpStatus.Waiting, meeting.SignUp(companions: 1).Value.Status);
        // One place is left, but nobody passes those who wait.
        Assert.Equal(SignUpStatus.Waiting, meeting.SignUp().Value.Status);
        Assert.Equal((2, 2, 0), (meeting.Taken, meeting.Waiting, meeting.Free));
    }

    [Fact]
    public void Whoever_leaves_makes_room_for_those_who_waited_longest()
    {
        var meeting = Meeting(May28, places: 2);
        var both = meeting.SignUp(companions: 1).Value;
        var (first, second, third) = (meeting.SignUp().Value, meeting.SignUp().Value, meeting.SignUp().Value);
        var moved = meeting.Withdraw(both, [third, first, second], byStaff: false, Now).Value;
        Assert.Equal([first, second], moved);
        Assert.Equal((2, 1), (meeting.Taken, meeting.Waiting));
        Assert.Equal("already-withdrawn", meeting.Withdraw(both, [third], byStaff: false, Now).Why!.Code);
        Assert.Equal(SignUpStatus.Waiting, third.Status);
    }

    [Fact]
    public void Whoever_stops_waiting_frees_no_place_but_may_stand_in_nobodys_way_any_more()
    {
        var meeting = Meeting(May28, places: 2);
        meeting.SignUp();
        var (pair, single) = (meeting.SignUp(companions: 1).Value, meeting.SignUp().Value);
        Assert.Equal([single], meeting.Withdraw(pair, [pair, single], byStaff: false, Now).Value);
        Assert.Equal((2, 0), (meeting.Taken, meeting.Waiting));
    }

    [Theory]
    [InlineData("2025-05-28T13:29:59+09:00", null)]
    [InlineData("2025-05-28T13:30:00+09:00", "meeting-over")]
    public void Sign_up_ends_when_the_meeting_begins(string at, string? code) => Assert.Equal(code, Meeting(May28).SignUp(at: At(at)).Why?.Code);

    [Fact]
    public void Staff_write_down_whoever_comes_unasked_until_the_day_is_over()
    {
        Assert.Null(Meeting(May28).SignUp(at: At("2025-05-28T15:00:00+09:00"), takenBy: "staff-1").Why);
        Assert.Equal("meeting-over", Meeting(May28).SignUp(at: At("2025-05-29T00:00:00+09:00"), takenBy: "staff-1").Why!.Code);
    }

    [Fact]
    public void Nobody_signs_up_for_what_is_put_off_called_off_or_free_to_all()
    {
        var put = Meeting(May28);
        put.Postpone(null, null, "大雨", Now);
        Assert.Equal("meeting-postponed", put.SignUp().Why!.Code);
        var called = Meeting(May28);
        called.Cancel("大雨", Now);
        Assert.Equal("meeting-cancelled", called.SignUp().Why!.Code);
        Assert.Equal("meeting-free", Meeting(May28, places: 0).SignUp().Why!.Code);
    }

    [Fact]
    public void The_waiting_list_has_an_end()
    {
        var meeting = Meeting(May28, places: 1);
        for (var i = 0; i <= SeriesMeeting.WaitingAtMost; i++) Assert.Null(meeting.SignUp().Why);
        Assert.Equal("waiting-list-full", meeting.SignUp().Why!.Code);
    }

    [Fact]
    public void Who_came_is_noted_from_the_first_day_on()
    {
        var meeting = Meeting(May28);
        var (came, stayed) = (meeting.SignUp().Value, meeting.SignUp().Value);
        Assert.Equal("meeting-not-begun", meeting.NoteAttendance([came, stayed], new HashSet<Guid> { came.Id }, Now).Why!.Code);
        Assert.Null(meeting.NoteAttendance([came, stayed], new HashSet<Guid> { came.Id }, At("2025-05-28T00:00:00+09:00")).Why);
        Assert.Equal((true, false), (came.Came, stayed.Came));
    }

    [Theory]
    [InlineData("", "a@example.jp", 0, "name", "required")]
    [InlineData("釜石 花子", "", 0, "email", "required")]
    [InlineData("釜石 花子", "ここにはありません", 0, "email", "email-shape")]
    [InlineData("釜石 花子", "a@b@example.jp", 0, "email", "email-shape")]
    [InlineData("釜石\u0007花子", "a@example.jp", 0, "name", "control-characters")]
    [InlineData("釜石\n花子", "a@example.jp", 0, "name", "control-characters")]
    [InlineData("釜石 花子", "a@example.jp", 10, "companions", "number-range")]
    [InlineData("釜石 花子", "a@example.jp", -1, "companions", "number-range")]
    public void What_is_wrong_with_a_participant_is_named(string name, string email, int companions, string field, string code)
    {
        var fault = Assert.Single(new Participant(name, email, Companions: companions).Read().Why!.Faults);
        Assert.Equal((field, code), (fault.Field, fault.Code));
    }

    [Fact]
    public void At_the_counter_nobody_needs_an_e_mail() =>
        Assert.Equal("0193-00-0000", new Participant("釜石 花子", " ", "0193-00-0000").Read(byStaff: true).Value.Phone);
}
