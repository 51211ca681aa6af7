using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Data.Following;
using Participation.Data.Live;
using Participation.Domain.Following;

namespace Participation.Application.Following;

/// <summary>
/// Finds what followers are to be told of in the live log and by the clock. How far it looked is stored with what it found; that a
/// thing is found once, however often and by however many it is looked for, its key sees to.
/// </summary>
public sealed class HappeningFinder(Followables followables, TimeProvider clock)
{
    const int EventsAtOnce = 100;

    /// <summary>Looks at the clock that brought nothing are remembered, and stored this often.</summary>
    static readonly TimeSpan Stored = TimeSpan.FromDays(1);

    readonly string[] events = [.. followables.Kinds.SelectMany(kind => kind.Events)];
    readonly ConcurrentDictionary<string, long> seen = new();
    DateTimeOffset struck = DateTimeOffset.MinValue;

    /// <summary>Whether such an event may be something to tell of.</summary>
    public bool MayTell(string kind) => events.Contains(kind);

    public async Task Look(AppDbContext db, CancellationToken ct)
    {
        foreach (var (stream, from, head) in await Behind(db, ct))
        {
            var position = from;
            while (await Read(db, stream, position, head, ct) is { } next) position = next;
        }
        while (!await LookAtTheClock(db, ct)) { }
    }

    async Task<List<(string Stream, long From, long Head)>> Behind(AppDbContext db, CancellationToken ct)
    {
        var heads = await db.Set<StreamHead>().AsNoTracking().Where(h => h.Stream != StreamHead.Audit)
            .Select(h => new { h.Stream, h.Sequence, From = db.FollowPositions.Where(p => p.Stream == h.Stream).Select(p => p.Sequence).FirstOrDefault() })
            .OrderBy(h => h.Stream).ToListAsync(ct);
        return [.. heads.Select(h => (h.Stream, From: Math.Max(h.From, seen.GetValueOrDefault(h.Stream)), Head: h.Sequence))
            .Where(h => h.From < h.Head && followables.Kinds.Any(kind => kind.Hears(h.Stream)))];
    }

    /// <returns>Where to read on; null at the end.</returns>
    async Task<long?> Read(AppDbContext db, string stream, long from, long head, CancellationToken ct)
    {
        var rows = await db.LiveEvents.AsNoTracking().Where(e => e.Stream == stream && e.Sequence > from && events.Contains(e.Kind))
            .OrderBy(e => e.Sequence).Take(EventsAtOnce).ToListAsync(ct);
        if (rows.Count is 0)
        {
            // Opinions come by the hundred and are nothing to tell of: that they were passed by need not be written down.
            seen[stream] = head;
            return null;
        }
        var heard = rows.Select(StreamEvent.Of).ToList();
        var happenings = new List<Happening>();
        foreach (var kind in followables.Kinds.Where(kind => kind.Hears(stream)))
            if (heard.Where(e => kind.Events.Contains(e.Kind)).ToList() is { Count: > 0 } some) happenings.AddRange(await kind.Hear(db, stream, some, ct));
        var to = rows.Count < EventsAtOnce ? Math.Max(head, rows[^1].Sequence) : rows[^1].Sequence;
        return await Save(db, happenings, stream, to, ct) ? to : await PositionOf(db, stream, ct) ?? from;
    }

    /// <returns>False when another was quicker, and it has to be looked at again.</returns>
    async Task<bool> LookAtTheClock(AppDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // What came to pass before anybody could follow anything is not told.
        if (await PositionOf(db, FollowPosition.Clock, ct) is not { } ticks) return await Save(db, [], FollowPosition.Clock, now.UtcTicks, ct);
        var last = new DateTimeOffset(ticks, TimeSpan.Zero);
        var after = struck > last && struck <= now ? struck : last;
        if (now <= after) return true;
        var happenings = new List<Happening>();
        foreach (var kind in followables.Kinds) happenings.AddRange(await kind.Strike(db, after, now, ct));
        if ((happenings.Count > 0 || now - last >= Stored) && !await Save(db, happenings, FollowPosition.Clock, now.UtcTicks, ct)) return false;
        struck = now;
        return true;
    }

    static Task<long?> PositionOf(AppDbContext db, string stream, CancellationToken ct) =>
        db.FollowPositions.AsNoTracking().Where(p => p.Stream == stream).Select(p => (long?)p.Sequence).SingleOrDefaultAsync(ct);

    /// <returns>False when another was quicker.</returns>
    static async Task<bool> Save(AppDbContext db, List<Happening> happenings, string stream, long to, CancellationToken ct)
    {
        var keys = happenings.Select(h => h.Key).ToList();
        var known = keys.Count is 0 ? [] : await db.Happenings.Where(h => keys.Contains(h.Key)).Select(h => h.Key).ToListAsync(ct);
        db.AddRange(happenings.DistinctBy(h => h.Key).Where(h => !known.Contains(h.Key)));
        if (await db.FollowPositions.SingleOrDefaultAsync(p => p.Stream == stream, ct) is { } position) position.Move(to);
        else db.Add(new FollowPosition(stream, to));
        return await db.SaveUnlessQuicker(ct);
    }
}

static class Quicker
{
    /// <summary>Saves, and forgets what it held.</summary>
    /// <returns>False when another node, or its reader, changed the same rows first: nothing was written.</returns>
    public static async Task<bool> SaveUnlessQuicker(this AppDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsDuplicate())
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
