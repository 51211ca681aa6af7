using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Data;
using Participation.Domain.Following;
using Participation.Domain.Live;
using Participation.Domain.Time;

namespace Participation.Application.Following;

/// <summary>参加の場: another phase, by the calendar or because staff say so; workshops one can go to; and what happens to its consultations.</summary>
sealed class SpaceFollowable : IFollowable
{
    public string Kind => Followed.Space;

    public IReadOnlyCollection<string> Events => [Kinds.PhaseChanged, Kinds.SeriesAnnounced, Kinds.MeetingAnnounced];

    public bool Hears(string stream) => Streams.SpaceSlug(stream) is not null;

    public async Task<IReadOnlyList<Happening>> Hear(AppDbContext db, string stream, IReadOnlyList<StreamEvent> events, CancellationToken ct)
    {
        var slug = Streams.SpaceSlug(stream);
        if (await db.Spaces.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == slug, ct) is not { } space) return [];
        List<Happening> happenings = [.. events.Where(e => e.Kind is not Kinds.PhaseChanged).Select(e => OfSeries(space.Slug, e))];
        if (events.LastOrDefault(e => e.Kind is Kinds.PhaseChanged) is { } changed && space.PhaseOn(JapanTime.DayOf(changed.At, JapanTime.Zone)) is { } phase) happenings.Add(space.Began(phase, changed.At));
        return happenings;
    }

    public async Task<IReadOnlyList<Happening>> Strike(AppDbContext db, DateTimeOffset after, DateTimeOffset until, CancellationToken ct)
    {
        // Phases begin with a day; a city has a few dozen spaces.
        if (JapanTime.DayOf(after, JapanTime.Zone) == JapanTime.DayOf(until, JapanTime.Zone)) return [];
        return [.. (await db.Spaces.AsNoTracking().ToListAsync(ct)).SelectMany(s => ClockHappenings.Of(s, after, until))];
    }

    /// <summary>What it is called and when it takes place stands on the space's page.</summary>
    static Happening OfSeries(string space, StreamEvent e)
    {
        var series = e.Data.GetProperty("series").GetString()!;
        return e.Kind is Kinds.SeriesAnnounced ? new(HappeningKinds.SeriesAnnounced, new(Followed.Space, space), e.At, series)
            : new(HappeningKinds.MeetingAnnounced, new(Followed.Space, space), e.At, $"{series}/{e.Data.GetProperty("meeting").GetInt32()}");
    }

    public async Task<IReadOnlyList<FollowedView>> Find(AppDbContext db, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        [.. (await db.Spaces.AsNoTracking().Where(s => keys.Contains(s.Slug)).Select(s => new { s.Slug, s.Title, s.Translations }).ToListAsync(ct))
            .Select(s => new FollowedView(new(Kind, s.Slug), s.Title, $"/spaces/{s.Slug}", s.Translations))];
}
