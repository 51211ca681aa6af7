using System.Collections.Concurrent;
using Participation.Data.Live;

namespace Participation.Application.Live;

/// <summary>
/// What everybody reads, kept for as long as nothing was committed since: a reader sees all that was answered before they asked, and
/// a page that hundreds read between two opinions asks the database once. Share what it gives: read it, never change it.
/// </summary>
public sealed class FreshReads(LiveSignal signal, TimeProvider clock)
{
    /// <summary>Should a bell from another node be lost, this is how long its commit may go unseen.</summary>
    static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);

    Generation current = new(Task.CompletedTask, 0);

    /// <param name="key">Names the read and all it depends on, the caller too where rows are not the same for everybody.</param>
    public async ValueTask<T> Get<T>(object key, Func<Task<T>> read) where T : class
    {
        var generation = Current();
        if (generation.Kept.TryGetValue(key, out var kept)) return (T)kept;
        var fresh = await read();
        generation.Kept[key] = fresh;
        return fresh;
    }

    Generation Current()
    {
        var now = Volatile.Read(ref current);
        if (!now.Rung.IsCompleted && clock.GetElapsedTime(now.Since) < AtMost) return now;
        // The bell is taken before anything is read: a commit in between ends this generation too.
        var next = new Generation(signal.Next, clock.GetTimestamp());
        Volatile.Write(ref current, next);
        return next;
    }

    sealed record Generation(Task Rung, long Since)
    {
        public ConcurrentDictionary<object, object> Kept { get; } = new();
    }
}
