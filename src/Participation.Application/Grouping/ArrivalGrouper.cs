using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Application.Health;
using Participation.Application.Live;
using Participation.Data;
using Participation.Data.Grouping;
using Participation.Data.Live;
using Participation.Domain.Live;

namespace Participation.Application.Grouping;

/// <summary>
/// Puts opinions beside those that say the same as they arrive, behind everybody's back. It reads the live log as search does
/// (docs/adr/0010-search.md) and stores how far it is in the commit of what it wrote. What it compares with is kept in memory and
/// made anew from the log at the first arrival; it depends on the log's order alone, so a restart changes nothing.
/// </summary>
public sealed partial class ArrivalGrouper(
    IDbContextFactory<AppDbContext> contexts, LiveSignal signal, Arrivals arrivals, JobBoard jobs, TimeProvider clock,
    ILogger<ArrivalGrouper> log) : BackgroundService, IJob
{
    const int EventsAtOnce = 200;

    /// <summary>Consultations whose texts are kept in memory; a further one takes the place of the one that rested longest.</summary>
    const int KeptAtMost = 4;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>It rests this many times as long as it wrote: the lane is others' for most of the time.</summary>
    const int RestFor = 4;

    readonly List<ArrivedTexts> kept = [];
    readonly SemaphoreSlim turn = new(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = signal.Next;
            try
            {
                await jobs.Run(Name, RunOnce, stoppingToken);
            }
            // Whatever it is, the town hall goes on with opinions ungrouped; the position stands where it stood.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
                rung = Task.CompletedTask;
            }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await rung.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public JobName Name => JobName.Grouping;

    public TimeSpan? Rests => null;

    public Task RunOnce(CancellationToken ct) => CatchUp(RestFor, ct);

    /// <summary>Reads every consultation's stream to its end.</summary>
    /// <param name="rest">How many times as long as a commit took it leaves the lane to others before the next.</param>
    public async Task CatchUp(int rest, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            foreach (var stream in await Behind(db, ct))
                while (await Read(db, stream, ct) is { } took) await Task.Delay(took * rest, clock, ct);
        }
        catch
        {
            // It may know of texts whose place was not written.
            kept.Clear();
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    static async Task<List<string>> Behind(AppDbContext db, CancellationToken ct)
    {
        var behind = await db.Set<StreamHead>().AsNoTracking().Where(h => h.Stream != StreamHead.Audit)
            .Where(h => !db.GroupingPositions.Any(p => p.Stream == h.Stream && p.Sequence >= h.Sequence))
            .OrderBy(h => h.Stream).Select(h => h.Stream).ToListAsync(ct);
        return [.. behind.Where(stream => Streams.ConsultationSlug(stream) is not null)];
    }

    /// <returns>How long it took; null when there was nothing more.</returns>
    async Task<TimeSpan?> Read(AppDbContext db, string stream, CancellationToken ct)
    {
        var since = clock.GetTimestamp();
        // Asked for each time: another node may have been here meanwhile.
        var position = await db.GroupingPositions.AsNoTracking().Where(p => p.Stream == stream).Select(p => p.Sequence).SingleOrDefaultAsync(ct);
        var events = await db.EventsAfter(stream, position, EventsAtOnce, ct);
        if (events.Count is 0) return null;
        var texts = await TextsOf(db, stream, position, events.Any(e => e.Kind is Kinds.OpinionReceived), ct);
        var placed = texts is null ? [] : await texts.Place(db, events[^1].Sequence, ct);
        // Whatever names opinions may have changed whether they count: taken back, out of scope, in again.
        var named = events.SelectMany(e => e.Data.TryGetProperty("opinions", out var opinions) ? opinions.EnumerateArray().Select(s => s.GetInt64()) : []).Distinct().ToList();
        var consultation = texts?.Consultation ?? await ArrivedTexts.ConsultationOf(db, stream, ct);
        await arrivals.Place(stream, consultation, position, events[^1].Sequence, placed, named, ct);
        return clock.GetElapsedTime(since);
    }

    /// <summary>What arrived up to a position; null where there is nothing to put beside it.</summary>
    async Task<ArrivedTexts?> TextsOf(AppDbContext db, string stream, long position, bool needed, CancellationToken ct)
    {
        var texts = kept.Find(t => t.Stream == stream);
        // Should it know more than is written, it was another node's database that went back; should nobody arrive, it may stay behind.
        if (texts is not null && texts.Upto > position) kept.Remove(texts);
        else if (texts is not null) Renew(texts);
        if (!needed) return null;
        texts = kept.Find(t => t.Stream == stream);
        if (texts is null)
        {
            texts = new(stream, await ArrivedTexts.ConsultationOf(db, stream, ct));
            if (kept.Count >= KeptAtMost) kept.RemoveAt(0);
            kept.Add(texts);
        }
        if (texts.Upto < position) await texts.Place(db, position, ct);
        return texts;
    }

    void Renew(ArrivedTexts texts)
    {
        kept.Remove(texts);
        kept.Add(texts);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Arrivals could not be put into groups; trying again")]
    partial void LogFault(Exception fault);
}
