namespace Participation.Domain.Consultations;

/// <summary>By which way a submission reached the city (提出方法).</summary>
public enum Channel
{
    Web,
    Email,
    Fax,
    Post,
    Counter,
    DropBox,
    Meeting,
    Workshop,
}

/// <summary>What decides whether paper came in time.</summary>
public enum DeadlineRule
{
    /// <summary>必着: it must have arrived by the deadline.</summary>
    Arrival,
    /// <summary>消印有効: it must have been postmarked by the deadline, whenever it arrives.</summary>
    Postmark,
}

/// <summary>A channel that a consultation accepts, and its deadline rule.</summary>
/// <param name="Until">
/// The first instant too late to arrive by this channel, where it differs from the window's close: a counter that shuts at
/// 17:00, or the last delivery that is still counted under <see cref="DeadlineRule.Postmark"/>.
/// </param>
public sealed record ChannelRule(Channel Channel, DeadlineRule Rule = DeadlineRule.Arrival, DateTimeOffset? Until = null);

/// <summary>When and how a submission came in. Dates are staff's for paper; the web has only the server's instant.</summary>
/// <param name="At">The server's receipt: when the request arrived, not when the form was opened.</param>
/// <param name="ReceivedOn">受領日 of paper.</param>
/// <param name="PostmarkedOn">消印日 of post.</param>
public sealed record Arrival(Channel Channel, DateTimeOffset At, DateOnly? ReceivedOn = null, DateOnly? PostmarkedOn = null);
