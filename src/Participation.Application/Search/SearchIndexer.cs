using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Application.Health;
using Participation.Application.Live;
using Participation.Data;
using Participation.Data.Live;
using Participation.Data.Search;

namespace Participation.Application.Search;

/// <summary>
/// Reads the live log behind everybody's back and keeps the index up with it, so that nobody waits for search when they send an
/// opinion. How far it has read is stored with what it wrote: after a crash it goes on from there, and on several nodes the quicker
/// one counts.
/// </summary>
public sealed partial class SearchIndexer(
    IDbContextFactory<AppDbContext> contexts, LiveSignal signal, SearchIndex index, IEnumerable<ISearchSource> sources, JobBoard jobs,
    TimeProvider clock, ILogger<SearchIndexer> log) : BackgroundService, IJob
{
    const int EventsAtOnce = 100;

    /// <summary>A burst becomes a few commits; what is new can be found within a second.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>It rests this many times as long as it wrote: opinions that arrive meanwhile have the lane to themselves.</summary>
    const int RestFor = 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = signal.Next;
            try
            {
                await jobs.Run(Name, RunOnce, stoppingToken);
            }
            // Whatever it is, the town hall goes on without a search; the position stands where it stood.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
                rung = Task.CompletedTask;
            }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await rung.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public JobName Name => JobName.Search;

    public TimeSpan? Rests => null;

    public Task RunOnce(CancellationToken ct) => CatchUp(RestFor, ct);

    /// <summary>Reads every stream to its end.</summary>
    /// <param name="rest">How many times as long as a commit took it leaves the lane to others before the next.</param>
    public async Task CatchUp(int rest, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var stream in await Behind(db, ct))
            while (await Read(db, stream, ct) is { } took) await Task.Delay(took * rest, clock, ct);
    }

    async Task<List<string>> Behind(AppDbContext db, CancellationToken ct)
    {
        var behind = await db.Set<StreamHead>().AsNoTracking().Where(h => h.Stream != StreamHead.Audit)
            .Where(h => !db.SearchPositions.Any(p => p.Stream == h.Stream && p.Sequence >= h.Sequence))
            .OrderBy(h => h.Stream).Select(h => h.Stream).ToListAsync(ct);
        return [.. behind.Where(stream => sources.Any(s => s.Hears(stream)))];
    }

    /// <returns>How long it took; null when there was nothing more.</returns>
    async Task<TimeSpan?> Read(AppDbContext db, string stream, CancellationToken ct)
    {
        var since = clock.GetTimestamp();
        // Asked for each time: another node may have been here meanwhile.
        var position = await db.SearchPositions.AsNoTracking().Where(p => p.Stream == stream).Select(p => p.Sequence).SingleOrDefaultAsync(ct);
        var events = await db.EventsAfter(stream, position, EventsAtOnce, ct);
        if (events.Count is 0) return null;
        var change = new IndexChange();
        foreach (var source in sources.Where(s => s.Hears(stream))) await source.Index(db, stream, events, change, ct);
        await index.Apply(stream, position, events[^1].Sequence, change, ct);
        return clock.GetElapsedTime(since);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not be brought up to date; trying again")]
    partial void LogFault(Exception fault);
}
