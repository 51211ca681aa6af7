using Participation.Domain.Consultations;
using Participation.Domain.Time;

namespace Participation.Domain.Ledger;

/// <summary>Why a submission is in time or late, as an official would write it.</summary>
public enum DeadlineVerdict
{
    /// <summary>必着, and it had arrived.</summary>
    Arrived,
    /// <summary>必着, and it came after.</summary>
    ArrivedLate,
    /// <summary>消印有効, and the postmark is in time.</summary>
    Postmarked,
    /// <summary>消印有効, and the postmark is late.</summary>
    PostmarkedLate,
    /// <summary>消印有効, the postmark in time, but it came after the last delivery that still counts.</summary>
    DeliveredLate,
    /// <summary>消印有効, but no postmark is written down: judged by its arrival, in time.</summary>
    NoPostmark,
    /// <summary>消印有効, but no postmark is written down: judged by its arrival, late.</summary>
    NoPostmarkLate,
}

/// <param name="Deadline">The last day that counts, for what was looked at.</param>
/// <param name="Day">The day that was looked at: of arrival, or of the postmark.</param>
public sealed record DeadlineReason(DeadlineVerdict Verdict, DateOnly Deadline, DateOnly Day)
{
    /// <summary>Says why; <see cref="Consultations.Deadline.Judge"/> decided when it came.</summary>
    public static DeadlineReason Of(Consultation consultation, Submission submission)
    {
        var (window, rule) = (consultation.Window, consultation.RuleFor(submission.Channel) ?? new ChannelRule(submission.Channel));
        var received = submission.ReceivedOn ?? JapanTime.DayOf(submission.ReceivedAt, window.Zone);
        var delivery = JapanTime.DayOf((rule.Until ?? window.Closes).AddTicks(-1), window.Zone);
        // Withdrawn says nothing of when it came.
        var late = submission.CameLate(consultation);
        if (rule.Rule is not DeadlineRule.Postmark || submission.Channel is Channel.Web)
            return new(late ? DeadlineVerdict.ArrivedLate : DeadlineVerdict.Arrived, delivery, received);
        if (submission.PostmarkedOn is not { } postmarked)
            return new(late ? DeadlineVerdict.NoPostmarkLate : DeadlineVerdict.NoPostmark, delivery, received);
        if (postmarked > window.LastDay) return new(DeadlineVerdict.PostmarkedLate, window.LastDay, postmarked);
        return late ? new(DeadlineVerdict.DeliveredLate, delivery, received) : new(DeadlineVerdict.Postmarked, window.LastDay, postmarked);
    }
}
