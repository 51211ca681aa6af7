using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Series;
using Participation.Domain.Time;
using Participation.Domain.Wording;

namespace Participation.Application.Series;

/// <summary>Series, the newest first.</summary>
/// <param name="Space">Of one space; null for all.</param>
/// <param name="Theirs">Those that the asker works on, drafts too.</param>
[Audience(Audience.Public)]
public sealed record ListSeries(string? Space = null, bool Theirs = false, int? Before = null, int Limit = 30) : IRequest<Outcome<Page<SeriesRow>>>;

public sealed record SeriesRow(int Id, string Slug, string Space, string Title, bool Published, int Meetings, IReadOnlyList<Translation> Translations);

/// <summary>Meetings that are still to come, the next first: what one can go to.</summary>
[Audience(Audience.Public)]
public sealed record ListMeetings(string? Space = null, int Limit = 10) : IRequest<Outcome<IReadOnlyList<MeetingRow>>>;

public sealed record MeetingRow(string Slug, string SeriesTitle, int Number, string Title, DateOnly First, DateOnly Last, TimeOnly Starts, TimeOnly Ends, string Venue, bool TakesSignUps, int Free,
    IReadOnlyList<Translation> Translations);

sealed class ListSeriesHandler(AppDbContext db, TimeProvider clock, Caller caller)
    : IRequestHandler<ListSeries, Outcome<Page<SeriesRow>>>, IRequestHandler<ListMeetings, Outcome<IReadOnlyList<MeetingRow>>>
{
    public async Task<Outcome<Page<SeriesRow>>> Handle(ListSeries ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var all = db.WorkshopSeries.AsNoTracking();
        var found = await (ask.Theirs ? all.WorkedOnBy(caller) : all.Where(s => s.PublishedAt != null))
            .Where(s => (ask.Space == null || s.Space == ask.Space) && (ask.Before == null || s.Id < ask.Before)).OrderByDescending(s => s.Id).Take(limit + 1)
            .Select(s => new SeriesRow(s.Id, s.Slug, s.Space, s.Title, s.PublishedAt != null, s.Meetings.Count, s.Translations)).ToListAsync(ct);
        return Page.Of(found, limit, s => s.Id);
    }

    public async Task<Outcome<IReadOnlyList<MeetingRow>>> Handle(ListMeetings ask, CancellationToken ct)
    {
        var (now, limit) = (clock.GetUtcNow(), Paging.Bound(ask.Limit));
        var today = JapanTime.DayOf(now, JapanTime.Zone);
        var found = await db.SeriesMeetings.AsNoTracking().Include(m => m.Series)
            .Where(m => m.Series.PublishedAt != null && m.State == MeetingState.Planned && m.Last >= today && (ask.Space == null || m.Series.Space == ask.Space))
            .OrderBy(m => m.First).ThenBy(m => m.Starts).ThenBy(m => m.Id).Take(limit).ToListAsync(ct);
        return Outcome<IReadOnlyList<MeetingRow>>.Of([.. found.Where(m => m.EndsAt > now).Select(m => new MeetingRow(
            m.Series.Slug, m.Series.Title, m.Number, m.Title, m.First, m.Last, m.Starts, m.Ends, m.Venue, m.TakesSignUps, m.Free, m.Series.Translations))]);
    }
}
