using Participation.Domain.Outcomes;
using Participation.Domain.Time;

namespace Participation.Domain.Consultations;

/// <summary>Decides whether an arrival is before, in or after the window.</summary>
public static class Deadline
{
    /// <returns>
    /// Accepted or late; a refusal before the window opens (<c>not-open</c>), for a channel the consultation does not take,
    /// and for a date that can't be.
    /// </returns>
    public static Outcome<SubmissionStatus> Judge(Window window, ChannelRule rule, Arrival arrival)
    {
        if (arrival.At < window.Opens) return Refusal.Conflict("not-open", window.Opens);
        // Only paper has a day of its own: a typed-in date must not open a window the clock has closed.
        if (arrival.Channel is Channel.Web)
            return arrival.ReceivedOn is null && arrival.PostmarkedOn is null
                ? Status(arrival.At < (rule.Until ?? window.Closes))
                : Refusal.Invalid("receivedOn", "date-not-for-web");
        var today = JapanTime.DayOf(arrival.At, window.Zone);
        var receivedOn = arrival.ReceivedOn ?? today;
        if (receivedOn > today) return Refusal.Invalid("receivedOn", "date-in-future");
        if (arrival.PostmarkedOn > receivedOn) return Refusal.Invalid("postmarkedOn", "postmark-after-receipt");
        if (receivedOn < window.FirstDay) return Refusal.Conflict("not-open", window.Opens);
        return Status(ArrivedInTime(window, rule, arrival, receivedOn));
    }

    static bool ArrivedInTime(Window window, ChannelRule rule, Arrival arrival, DateOnly receivedOn)
    {
        if (rule.Rule is DeadlineRule.Postmark && arrival.PostmarkedOn is { } postmarked)
            return postmarked <= window.LastDay && (rule.Until is not { } last || Before(last, arrival, receivedOn, window.Zone));
        return Before(rule.Until ?? window.Closes, arrival, receivedOn, window.Zone);
    }

    /// <summary>By the clock when no day was written down, else by the day: a stamp says the day, not the hour.</summary>
    static bool Before(DateTimeOffset deadline, Arrival arrival, DateOnly receivedOn, TimeZoneInfo zone) =>
        arrival.ReceivedOn is null
            ? arrival.At < deadline
            : receivedOn <= JapanTime.DayOf(deadline.AddTicks(-1), zone);

    static SubmissionStatus Status(bool inTime) => inTime ? SubmissionStatus.Accepted : SubmissionStatus.Late;
}
