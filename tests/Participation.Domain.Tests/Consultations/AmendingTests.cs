using Participation.Domain.Consultations;
using Participation.Domain.Time;

namespace Participation.Domain.Tests.Consultations;

/// <summary>Kamaishi's window, 12/25 to 1/23, and what may still be changed of it.</summary>
public class AmendingTests
{
    static readonly DateTimeOffset Before = new(2025, 12, 20, 0, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset During = new(2026, 1, 10, 0, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset After = new(2026, 1, 26, 0, 0, 0, TimeSpan.Zero);

    static readonly ConsultationSettings Announced = new()
    {
        Slug = "plan-2030", Title = "案", Summary = "趣旨", Window = Days(25, 23), RequiredFields = [SenderField.Name],
        Channels = [new(Channel.Web), new(Channel.Post, DeadlineRule.Postmark, JapanTime.StartOfDay(new(2026, 1, 31), JapanTime.Zone))],
    };

    [Fact]
    public void Before_it_opens_everything_may_change()
    {
        var to = Announced with { Title = "素案", Window = Days(26, 25), RequiredFields = [], Channels = [new(Channel.Fax)], Districts = ["鵜住居"] };
        Assert.Empty(Faults(to, "準備のため", Before));
    }

    [Fact]
    public void A_moved_window_needs_a_reason()
    {
        Assert.Equal([("reason", "required")], Faults(Announced with { Window = Days(25, 30) }, " ", Before));
        Assert.Equal([("reason", "required")], Faults(Announced with { Window = Days(25, 30) }, null, During));
    }

    [Fact]
    public void An_open_window_is_extended_and_never_cut_short()
    {
        Assert.Empty(Faults(Announced with { Window = Days(25, 30) }, "大雪のため", During));
        Assert.Equal([("closes", "amend-shorter")], Faults(Announced with { Window = Days(25, 22), ShorteningReason = "急ぐため" }, "急ぐため", During));
        Assert.Equal([("opens", "amend-open")], Faults(Announced with { Window = Days(24, 23) }, "早めるため", During));
    }

    [Fact]
    public void A_closed_window_stays_closed() =>
        Assert.Equal([("closes", "amend-closed")], Faults(Announced with { Window = Days(25, 31) }, "まだ届くため", After));

    [Fact]
    public void A_call_does_not_end_on_a_day_that_has_passed() =>
        Assert.Contains(("closes", "window-past"), Faults(Announced with { Window = Window.OfDays(new(2025, 11, 1), new(2025, 12, 10), JapanTime.Zone)! }, "誤り", Before));

    [Fact]
    public void Whoever_could_send_by_a_way_still_can()
    {
        Assert.Equal([("channels", "amend-channels")], Faults(Announced with { Channels = [new(Channel.Web)] }, null, During));
        Assert.Equal([("channels", "amend-channels")], Faults(WithPost(new(Channel.Post)), null, During));
        Assert.Equal([("channels", "amend-channels")], Faults(WithPost(Announced.Channels[1] with { Until = JapanTime.StartOfDay(new(2026, 1, 30), JapanTime.Zone) }), null, During));
        Assert.Empty(Faults(WithPost(Announced.Channels[1] with { Until = null }), null, During));
        Assert.Empty(Faults(Announced with { Channels = [.. Announced.Channels, new(Channel.Counter)] }, null, During));
        Assert.Empty(Faults(Announced with { Channels = [new(Channel.Web, DeadlineRule.Postmark), Announced.Channels[1]] }, null, During));
    }

    [Fact]
    public void What_was_asked_of_those_who_wrote_already_is_asked_of_all()
    {
        Assert.Equal([("requiredFields", "amend-open")], Faults(Announced with { RequiredFields = [] }, null, During));
        Assert.Equal([("districts", "amend-open")], Faults(Announced with { Districts = ["鵜住居"] }, null, After));
    }

    [Fact]
    public void Nothing_changes_once_the_results_are_published()
    {
        var call = Consultation.Announce(Announced, Before).Value;
        call.BeginAnswering(After);
        call.Publish(After);
        Assert.Equal("amend-published", call.Amend(Announced with { Title = "別の題" }, null, After).Why!.Code);
    }

    [Fact]
    public void A_change_is_kept_with_what_was_before_and_told()
    {
        var call = Consultation.Announce(Announced, Before).Value;
        call.Translate([new("en", "title", "Draft"), new("en", "summary", "About")]);
        Assert.False(call.Amend(Announced with { Summary = "新しい趣旨", Window = Days(25, 30) }, " 大雪のため ", During).Refused);

        var amendment = Assert.Single(call.Amendments);
        Assert.Equal(["summary", "closes"], amendment.Changed);
        Assert.Equal(("大雪のため", Announced.Window.Closes), (amendment.Reason, amendment.Closed));
        Assert.Equal(Days(25, 30).Closes, call.Closes);
        // A translation of a text that is gone would say what the city no longer says.
        Assert.Equal("title", Assert.Single(call.Translations).Field);
        Assert.Equal("consultation.amended", call.Acts[^1].Name);
    }

    [Fact]
    public void What_changes_nothing_leaves_no_trace()
    {
        var call = Consultation.Announce(Announced, Before).Value;
        Assert.False(call.Amend(Announced, null, During).Refused);
        Assert.Empty(call.Amendments);
        Assert.Null(call.AmendedAt);
    }

    static List<(string, string)> Faults(ConsultationSettings to, string? reason, DateTimeOffset at) =>
        [.. (Consultation.Announce(Announced, Before).Value.Amend(to, reason, at).Why?.Faults ?? []).Select(f => (f.Field, f.Code))];

    static ConsultationSettings WithPost(ChannelRule post) => Announced with { Channels = [Announced.Channels[0], post] };

    /// <summary>From a day of December to one of January.</summary>
    static Window Days(int first, int last) => Window.OfDays(new(2025, 12, first), new(2026, 1, last), JapanTime.Zone)!;
}
