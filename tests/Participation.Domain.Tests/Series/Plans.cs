using System.Globalization;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.Series;

namespace Participation.Domain.Tests.Series;

/// <summary>A series as Kamaishi's was: the figures are real, the words are ours.</summary>
static class Plans
{
    public static readonly DateTimeOffset Now = At("2024-12-01T10:00:00+09:00");

    public static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    public static WorkshopSeries Draft() => WorkshopSeries.Open("fukko", "plan", "まちを話す会", "", Now).Value;

    public static MeetingPlan Plan(DateOnly first, DateOnly? last = null, int places = 30) =>
        new("港を話す", first, last, new(13, 30), new(16, 0), "市民の家", places);

    public static SeriesMeeting Meeting(DateOnly first, DateOnly? last = null, int places = 30)
    {
        var series = Draft();
        var meeting = series.Add(Plan(first, last, places), Now).Value;
        series.Publish(Now);
        return meeting;
    }

    public static Outcome<SignUp> SignUp(this SeriesMeeting meeting, int companions = 0, DateTimeOffset? at = null, string? takenBy = null) =>
        meeting.SignUp(ReceiptNumber.New(), [1], new Participant("名", "a@example.jp", Companions: companions), new([1], null), "ja", takenBy, at ?? Now);
}
