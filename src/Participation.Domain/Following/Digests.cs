using Participation.Domain.Time;

namespace Participation.Domain.Following;

/// <summary>When a digest is due: at one hour of the day, weekly on Mondays, in Asia/Tokyo.</summary>
public static class Digests
{
    /// <summary>Before people leave the house.</summary>
    public const int UsualHour = 7;

    /// <summary>The last instant, now or before, at which one was due. What people were told before it stands in it.</summary>
    public static DateTimeOffset LastDue(Cadence cadence, int hour, DateTimeOffset now)
    {
        var day = JapanTime.DayOf(now, JapanTime.Zone);
        if (At(day) > now) day = day.AddDays(-1);
        if (cadence is Cadence.Weekly) day = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return At(day);

        DateTimeOffset At(DateOnly on) => JapanTime.StartOfDay(on, JapanTime.Zone).AddHours(hour);
    }
}
