using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Data;
using Participation.Domain.Following;
using Participation.Domain.Live;

namespace Participation.Application.Following;

/// <summary>案件: announced, open, about to close, closed, its result published. Followers of its space hear of it too.</summary>
sealed class ConsultationFollowable : IFollowable
{
    public string Kind => Followed.Consultation;

    public IReadOnlyCollection<string> Events => [Kinds.ConsultationAnnounced, Kinds.StageChanged];

    public bool Hears(string stream) => Streams.ConsultationSlug(stream) is not null;

    public async Task<IReadOnlyList<Happening>> Hear(AppDbContext db, string stream, IReadOnlyList<StreamEvent> events, CancellationToken ct)
    {
        var slug = Streams.ConsultationSlug(stream);
        if (await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } consultation) return [];
        return [.. events.Select(e => (e.At, Kind: KindOf(e))).Where(e => e.Kind is not null)
            .Select(e => new Happening(e.Kind!, consultation.AsFollowed(), e.At, within: consultation.Within()))];
    }

    public async Task<IReadOnlyList<Happening>> Strike(AppDbContext db, DateTimeOffset after, DateTimeOffset until, CancellationToken ct)
    {
        var (soonAfter, soonUntil) = (after + ClockHappenings.Soon, until + ClockHappenings.Soon);
        var struck = await db.Consultations.AsNoTracking().Where(c =>
            (c.Opens > after && c.Opens <= until) || (c.Closes > after && c.Closes <= until) || (c.Closes > soonAfter && c.Closes <= soonUntil)).ToListAsync(ct);
        return [.. struck.SelectMany(c => ClockHappenings.Of(c, after, until))];
    }

    public async Task<IReadOnlyList<FollowedView>> Find(AppDbContext db, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        [.. (await db.Consultations.AsNoTracking().Where(c => keys.Contains(c.Slug)).ToListAsync(ct))
            .Select(c => new FollowedView(c.AsFollowed(), c.Title, $"/consultations/{c.Slug}", c.Translations, c.Window.FirstDay, c.Window.LastDay))];

    static string? KindOf(StreamEvent told) => told.Kind switch
    {
        Kinds.ConsultationAnnounced => HappeningKinds.Announced,
        Kinds.StageChanged when told.Data.TryGetProperty("stage", out var stage) && stage.ValueEquals("published") => HappeningKinds.Published,
        _ => null,
    };
}
