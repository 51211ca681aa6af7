using System.Collections.Concurrent;
using System.Diagnostics;

namespace Participation.Bench.Boards;

/// <summary>When each act was begun, and when the last of the screens that were on had it.</summary>
sealed class ActBook
{
    readonly ConcurrentDictionary<(Guid Note, int Version), Act> acts = new();

    /// <param name="screens">How many must show it.</param>
    public void Begin(Guid note, int version, int screens) => acts[(note, version)] = new() { Begun = Stopwatch.GetTimestamp(), Left = screens };

    /// <summary>A screen that showed one version now shows another: every act between has come to it.</summary>
    public void Shown(Guid note, int before, int now)
    {
        for (var version = before + 1; version <= now; version++)
            if (acts.TryGetValue((note, version), out var act) && Interlocked.Decrement(ref act.Left) is 0) act.Ended = Stopwatch.GetTimestamp();
    }

    /// <summary>How many acts have not been on all screens.</summary>
    public int Open => acts.Values.Count(a => a.Ended is 0);

    /// <summary>Milliseconds from act to last screen, and how many acts have not been on all of them.</summary>
    public (double[] Times, int Open) Take()
    {
        var (taken, open) = (acts.Values.Where(a => a.Ended > 0).Select(a => Stopwatch.GetElapsedTime(a.Begun, a.Ended).TotalMilliseconds).Order().ToArray(), Open);
        acts.Clear();
        return (taken, open);
    }

    sealed class Act
    {
        public long Begun, Ended;
        public int Left;
    }
}
