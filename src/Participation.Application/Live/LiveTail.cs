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
/// Reads the live log as it grows and tells the listeners: at once after a quiet time, then at most four times a second, so that a
/// burst becomes a frame.
/// </summary>
public sealed partial class LiveTail(
    IDbContextFactory<AppDbContext> contexts, LiveSignal signal, IEnumerable<ILiveEviction> evictions, IEnumerable<ILiveListener> listeners,
    TimeProvider clock, ILogger<LiveTail> log)
    : BackgroundService
{
    public static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(250);
    const int EventsAtOnce = 1000;

    readonly ConcurrentDictionary<string, long> heads = new();
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
                await Look(stoppingToken);
            }
            catch (Exception fault) when (fault is System.Data.Common.DbException or TimeoutException)
            {
                LogFault(fault);
                rung = Task.CompletedTask;
            }
            await Task.Delay(Frame, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await rung.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task Look(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = await db.Set<StreamHead>().AsNoTracking().Where(h => h.Stream != StreamHead.Audit)
            .Select(h => new { h.Stream, h.Sequence }).ToListAsync(ct);
        // What was said before this process began has been said.
        if (!started.Task.IsCompleted)
        {
            foreach (var head in now) heads[head.Stream] = head.Sequence;
            started.TrySetResult();
            return;
        }
        foreach (var head in now)
            while (HeadOf(head.Stream) < head.Sequence) await Tell(db, head.Stream, ct);
    }

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
