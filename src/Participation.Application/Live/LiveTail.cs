using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Data;
using Participation.Data.Live;

namespace Participation.Application.Live;

/// <summary>Hears of committed events, in order and without gaps per stream. Must return soon: all streams wait for it.</summary>
public interface ILiveListener
{
    Task Hear(string stream, IReadOnlyList<StreamEvent> events, CancellationToken ct);
}

/// <summary>
/// Drops from memory what events made stale. Told before the stream's head moves: a page kept under the new head must not be made of
/// what stood before.
/// </summary>
public interface ILiveEviction
{
    void Forget(string stream, IReadOnlyList<StreamEvent> events);
}

/// <summary>
/// Reads the live log as it grows and tells the listeners: of each stream at once after a quiet time, then at most four times a second,
/// so that a burst becomes a frame. Each stream keeps its own time: twenty halls are not all told in one instant.
/// </summary>
public sealed partial class LiveTail(
    IDbContextFactory<AppDbContext> contexts, LiveSignal signal, IEnumerable<ILiveEviction> evictions, IEnumerable<ILiveListener> listeners,
    TimeProvider clock, ILogger<LiveTail> log)
    : BackgroundService
{
    public static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(250);
    /// <summary>However often the bell rings, the heads are not read more often than this for it.</summary>
    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(25);
    /// <summary>A bell between nodes can be lost.</summary>
    static readonly TimeSpan Unrung = TimeSpan.FromSeconds(5);
    const int EventsAtOnce = 1000;

    readonly ConcurrentDictionary<string, long> heads = new();
    readonly Dictionary<string, long> toldAt = [];
    readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once it knows where every stream stands.</summary>
    public Task Started => started.Task;

    /// <summary>The last sequence that listeners have heard of; 0 for a stream that has said nothing.</summary>
    public long HeadOf(string stream) => heads.GetValueOrDefault(stream);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = signal.Next;
            try
            {
                var due = await Look(stoppingToken) is { } told ? DueIn(told) : Unrung;
                await Task.Delay(due < Breath ? due : Breath, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (due > Breath) await rung.WaitAsync(due - Breath, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception fault) when (fault is System.Data.Common.DbException or TimeoutException)
            {
                LogFault(fault);
                await Task.Delay(Frame, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>When the stream was last told that is due next, of those with news that must wait; null where there is none.</returns>
    async Task<long?> Look(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = await db.Set<StreamHead>().AsNoTracking().Where(h => h.Stream != StreamHead.Audit)
            .Select(h => new { h.Stream, h.Sequence }).ToListAsync(ct);
        // What was said before this process began has been said.
        if (!started.Task.IsCompleted)
        {
            foreach (var head in now) heads[head.Stream] = head.Sequence;
            started.TrySetResult();
            return null;
        }
        long? waitsSince = null;
        foreach (var head in now)
        {
            if (HeadOf(head.Stream) >= head.Sequence) continue;
            if (toldAt.TryGetValue(head.Stream, out var told) && DueIn(told) > TimeSpan.Zero)
            {
                waitsSince = told < waitsSince ? told : waitsSince ?? told;
                continue;
            }
            toldAt[head.Stream] = clock.GetTimestamp();
            while (HeadOf(head.Stream) < head.Sequence) await Tell(db, head.Stream, ct);
        }
        return waitsSince;
    }

    TimeSpan DueIn(long told) => Frame - clock.GetElapsedTime(told) is var rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero;

    async Task Tell(AppDbContext db, string stream, CancellationToken ct)
    {
        var events = await db.EventsAfter(stream, HeadOf(stream), EventsAtOnce, ct);
        if (events.Count is 0) return;
        foreach (var eviction in evictions) eviction.Forget(stream, events);
        heads[stream] = events[^1].Sequence;
        foreach (var listener in listeners) await listener.Hear(stream, events, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The live log could not be read; trying again")]
    partial void LogFault(Exception fault);
}
