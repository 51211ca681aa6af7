using Participation.Domain.Series;
using Participation.Domain.Wording;

namespace Participation.Application.Series;

/// <summary>A series as everybody may see it.</summary>
/// <param name="SpaceTranslations">What its space says in other languages.</param>
/// <param name="Works">The asker is staff of its space.</param>
public sealed record SeriesView(
    string Slug, string Space, string SpaceTitle, string Title, string Description, bool Published, int Version, DateTimeOffset ChangedAt,
    IReadOnlyList<MeetingView> Meetings, IReadOnlyList<Translation> Translations, IReadOnlyList<Translation> SpaceTranslations, bool Works);

/// <param name="Last">The same as <paramref name="First"/> when it takes one day.</param>
/// <param name="TakesSignUps">One signs up for it, by whatever way.</param>
/// <param name="Open">One can sign up now.</param>
/// <param name="Summaries">What came of it.</param>
/// <param name="Before">What came of the meeting that it took over from.</param>
/// <param name="Workshops">For staff alone: a code lets people in.</param>
public sealed record MeetingView(
    int Number, string Title, DateOnly First, DateOnly Last, TimeOnly Starts, TimeOnly Ends, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Venue,
    int Places, int Free, int Taken, int Waiting, bool TakesSignUps, bool Open, MeetingStanding Standing, IReadOnlyList<MeetingMove> Moves, string CancelReason,
    string TakenOver, IReadOnlyList<MeetingSummary> Summaries, IReadOnlyList<MeetingSummary> Before, int? BeforeNumber, IReadOnlyList<string> Workshops,
    int Sequence, DateTimeOffset ChangedAt);

/// <summary>A published summary of a workshop that was held in a meeting.</summary>
public sealed record MeetingSummary(string Code, string Title);

static class SeriesViews
{
    /// <param name="summaries">Published ones, by code.</param>
    public static SeriesView Of(
        WorkshopSeries series, string spaceTitle, IReadOnlyList<Translation> spaceSaid, IReadOnlyDictionary<string, string> summaries, bool works, DateTimeOffset now)
    {
        var views = new List<MeetingView>();
        (int? Number, IReadOnlyList<MeetingSummary> Summaries) before = (null, []);
        foreach (var meeting in series.Meetings.OrderBy(m => m.Number))
        {
            IReadOnlyList<MeetingSummary> own = [.. meeting.Workshops.Where(summaries.ContainsKey).Select(code => new MeetingSummary(code, summaries[code]))];
            views.Add(Of(meeting, own, before.Number, before.Summaries, works, now, series.PublishedAt is not null));
            if (own.Count > 0) before = (meeting.Number, own);
        }
        return new(
            series.Slug, series.Space, spaceTitle, series.Title, series.Description, series.PublishedAt is not null, series.Version, series.ChangedAt, views,
            series.Translations, spaceSaid, works);
    }

    static MeetingView Of(
        SeriesMeeting m, IReadOnlyList<MeetingSummary> own, int? beforeNumber, IReadOnlyList<MeetingSummary> before, bool works, DateTimeOffset now, bool published) => new(
        m.Number, m.Title, m.First, m.Last, m.Starts, m.Ends, m.StartsAt, m.EndsAt, m.Venue, m.Places, m.Free, m.Taken, m.Waiting, m.TakesSignUps,
        published && m.ForbidsSignUp(now) is null, m.StandingAt(now), m.Moves, m.CancelReason, m.TakenOver, own, before, beforeNumber, works ? m.Workshops : [],
        m.Sequence, m.ChangedAt);
}
