using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Series;

namespace Participation.Application.Series;

/// <summary>One series with its meetings in order. Staff see it before it is published.</summary>
[Audience(Audience.Public)]
public sealed record GetSeries(string Slug) : IRequest<Outcome<SeriesView>>;

sealed class GetSeriesHandler(AppDbContext db, TimeProvider clock, Caller caller) : IRequestHandler<GetSeries, Outcome<SeriesView>>
{
    public async Task<Outcome<SeriesView>> Handle(GetSeries ask, CancellationToken ct)
    {
        var series = await db.WorkshopSeries.AsNoTracking().Include(s => s.Meetings).VisibleTo(caller).SingleOrDefaultAsync(s => s.Slug == ask.Slug, ct);
        return series is null ? Refusal.NotFound : await db.ViewOf(series, caller, clock.GetUtcNow(), ct);
    }
}

static class SeriesReading
{
    public static async Task<SeriesView> ViewOf(this AppDbContext db, WorkshopSeries series, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var codes = series.Meetings.SelectMany(m => m.Workshops).ToArray();
        var summaries = codes.Length is 0 ? []
            : await db.WorkshopSessions.Where(w => codes.Contains(w.Code) && w.PublishedAt != null).ToDictionaryAsync(w => w.Code, w => w.Title, ct);
        var space = await db.Spaces.Where(s => s.Slug == series.Space).Select(s => new { s.Title, s.Translations }).SingleOrDefaultAsync(ct);
        return SeriesViews.Of(series, space?.Title ?? series.Space, space?.Translations ?? [], summaries, caller.IsStaffOf(series.Space), now);
    }

    /// <summary>A meeting of a series that the caller is staff of, to be changed.</summary>
    public static async Task<Outcome<SeriesMeeting>> MeetingToWorkOn(this AppDbContext db, string slug, int number, Caller caller, CancellationToken ct)
    {
        var meeting = await db.SeriesMeetings.Include(m => m.Series).SingleOrDefaultAsync(m => m.Series.Slug == slug && m.Number == number, ct);
        return meeting is null ? Refusal.NotFound : caller.IsStaffOf(meeting.Series.Space) ? meeting : Refusal.NotAllowed;
    }
}
