using Participation.Domain.Consultations;
using Participation.Domain.Spaces;
using Participation.Domain.Time;

namespace Participation.Domain.Following;

/// <summary>What the clock brings, without anybody doing anything.</summary>
public static class ClockHappenings
{
    /// <summary>How long before the close it is said that the close is near.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    /// <summary>What came to pass in a consultation after one instant and until another, both of them looks at the clock.</summary>
    /// <param name="until">Now: what is over by then (a close that is near, an opening before a close) is no news any more.</param>
    public static IEnumerable<Happening> Of(Consultation consultation, DateTimeOffset after, DateTimeOffset until)
    {
        var (about, within) = (consultation.AsFollowed(), consultation.Within());
        var soon = consultation.Closes - Soon;
        var closed = consultation.Closes <= until;
        // One that was announced when it had opened, or when its close was near, said so in its announcement.
        if (Came(consultation.Opens) && !closed) yield return new(HappeningKinds.Opened, about, consultation.Opens, within: within);
        if (Came(soon) && soon > consultation.Opens && !closed)
            yield return new(HappeningKinds.ClosesSoon, about, soon, within: within);
        if (Came(consultation.Closes)) yield return new(HappeningKinds.Closed, about, consultation.Closes, within: within);

        bool Came(DateTimeOffset moment) => after < moment && moment <= until && consultation.AnnouncedAt < moment;
    }

    /// <summary>The phase that a space is in, when it began after one instant and until another. One that is over is no news.</summary>
    public static IEnumerable<Happening> Of(Space space, DateTimeOffset after, DateTimeOffset until)
    {
        if (space.PhaseOn(JapanTime.DayOf(until, JapanTime.Zone)) is not { } phase) yield break;
        var began = JapanTime.StartOfDay(phase.From, JapanTime.Zone);
        if (after < began && began <= until) yield return space.Began(phase, began);
    }

    public static Followed AsFollowed(this Consultation consultation) => new(Followed.Consultation, consultation.Slug);

    public static Followed? Within(this Consultation consultation) => consultation.Space is { } space ? new Followed(Followed.Space, space) : null;

    /// <summary>A phase is told of by the day it begins, so that a better name for it is no news.</summary>
    public static Happening Began(this Space space, Phase phase, DateTimeOffset at) =>
        new(HappeningKinds.PhaseBegan, new(Followed.Space, space.Slug), at, $"{phase.From:yyyy-MM-dd}");
}
