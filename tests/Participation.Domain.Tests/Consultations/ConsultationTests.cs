using Participation.Domain.Consultations;
using Participation.Domain.Time;

namespace Participation.Domain.Tests.Consultations;

public class ConsultationTests
{
    static readonly DateTimeOffset Announced = new(2025, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Its_stages_follow_the_clock_and_then_the_city()
    {
        var consultation = Announce().Value;
        Assert.Equal(Stage.Announced, consultation.StageAt(consultation.Opens.AddTicks(-1)));
        Assert.Equal(Stage.Open, consultation.StageAt(consultation.Opens));
        Assert.Equal(Stage.Closed, consultation.StageAt(consultation.Closes));
        Assert.Equal("wrong-stage", consultation.Publish(consultation.Closes).Why!.Code);
        Assert.False(consultation.BeginAnswering(consultation.Closes).Refused);
        Assert.Equal(Stage.Answering, consultation.StageAt(consultation.Closes));
        Assert.False(consultation.Publish(consultation.Closes.AddDays(9)).Refused);
        Assert.Equal(Stage.Published, consultation.StageAt(consultation.Closes.AddDays(9)));
    }

    [Fact]
    public void Thirty_days_need_no_reason_and_fewer_do()
    {
        Assert.False(Announce(lastDay: 23).Refused);
        var shorter = Announce(lastDay: 22);
        Assert.Equal("shortening-reason-required", shorter.Why!.Code);
        Assert.Equal([29, 30], shorter.Why.Values);
        Assert.False(Announce(lastDay: 22, reason: "年度内に決めるため").Refused);
    }

    [Theory]
    [InlineData("plan-2030", true)]
    [InlineData("Plan", false)]
    [InlineData("-plan", false)]
    [InlineData("計画", false)]
    [InlineData("a/b", false)]
    public void A_slug_is_an_address(string slug, bool fits) => Assert.Equal(fits, !Announce(slug: slug).Refused);

    [Fact]
    public void What_happened_is_noted_for_the_trail_and_for_those_who_watch()
    {
        var consultation = Announce().Value;
        Assert.Equal("consultation.announced", Assert.Single(consultation.Acts).Name);
        Assert.Equal("consultation:plan-2030", Assert.Single(consultation.News).Stream);
    }

    [Fact]
    public void What_a_city_hears_at_its_own_meetings_is_always_taken()
    {
        var consultation = Announce().Value;
        Assert.NotNull(consultation.RuleFor(Channel.Meeting));
        Assert.Null(consultation.RuleFor(Channel.Fax));
    }

    static Outcomes.Outcome<Consultation> Announce(string slug = "plan-2030", int lastDay = 23, string? reason = null) => Consultation.Announce(
        new ConsultationSettings
        {
            Slug = slug, Title = "案", ShorteningReason = reason,
            Window = Window.OfDays(new DateOnly(2025, 12, 25), new DateOnly(2026, 1, lastDay), JapanTime.Zone)!,
        },
        Announced);
}
