using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Data;
using Participation.Domain.Following;
using Participation.Domain.Live;
using Participation.Domain.Time;

namespace Participation.Application.Following;

/// <summary>参加の場: another phase, by the calendar or because staff say so; and what happens to its consultations.</summary>
sealed class SpaceFollowable : IFollowable
{
    public string Kind => Followed.Space;

    public IReadOnlyCollection<string> Events => [Kinds.PhaseChanged];

    public bool Hears(string stream) => Streams.SpaceSlug(stream) is not null;

    public async Task<IReadOnlyList<Happening>> Hear(AppDbContext db, string stream, IReadOnlyList<StreamEvent> events, CancellationToken ct)
    {
        var slug = Streams.SpaceSlug(stream);
        if (await db.Spaces.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == slug, ct) is not { } space) return [];
        return space.PhaseOn(JapanTime.DayOf(events[^1].At, JapanTime.Zone)) is { } phase ? [space.Began(phase, events[^1].At)] : [];
    }

    public async Task<IReadOnlyList<Happening>> Strike(AppDbContext db, DateTimeOffset after, DateTimeOffset until, CancellationToken ct)
    {
        // Phases begin with a day; a city has a few dozen spaces.
        if (JapanTime.DayOf(after, JapanTime.Zone) == JapanTime.DayOf(until, JapanTime.Zone)) return [];
        return [.. (await db.Spaces.AsNoTracking().ToListAsync(ct)).SelectMany(s => ClockHappenings.Of(s, after, until))];
    }

    public async Task<IReadOnlyList<FollowedView>> Find(AppDbContext db, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        [.. (await db.Spaces.AsNoTracking().Where(s => keys.Contains(s.Slug)).Select(s => new { s.Slug, s.Title, s.Translations }).ToListAsync(ct))
            .Select(s => new FollowedView(new(Kind, s.Slug), s.Title, $"/spaces/{s.Slug}", s.Translations))];
}
