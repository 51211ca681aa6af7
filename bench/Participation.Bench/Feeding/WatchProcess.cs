using System.Globalization;

namespace Participation.Bench.Feeding;

/// <summary>A process full of watchers. Asked by "report" on standard input, it tells what they saw since the last time.</summary>
static class WatchProcess
{
    const int ConnectAtOnce = 64;
    static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);

    public static async Task Run(string[] args)
    {
        var (port, stream, count) = (int.Parse(args[0], CultureInfo.InvariantCulture), args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
        var after = long.Parse(args[3], CultureInfo.InvariantCulture);
        var book = new FrameBook();
        var watchers = Enumerable.Range(0, count).Select(_ => new RawWatcher(book)).ToArray();
        using var end = new CancellationTokenSource();
        var pinging = Ping(watchers, end.Token);
        await Parallel.ForEachAsync(watchers, new ParallelOptions { MaxDegreeOfParallelism = ConnectAtOnce }, async (watcher, ct) =>
        {
            await watcher.Connect(port, stream, after, ct);
            _ = watcher.Run(end.Token);
        });
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is { } asked)
        {
            if (asked != "report") continue;
            foreach (var line in book.TakeLines()) Console.WriteLine(line);
            Console.WriteLine($"watchers {watchers.Count(w => w.Open)} {watchers.Min(w => w.Last)} {book.Missed} {book.Doubled}");
        }
        await end.CancelAsync();
        await pinging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var watcher in watchers) watcher.Dispose();
    }

    /// <summary>The hub lets go of those it doesn't hear from; a few at a time, so that pings make no wave of their own.</summary>
    static async Task Ping(RawWatcher[] watchers, CancellationToken ct)
    {
        const int steps = 100;
        using var tick = new PeriodicTimer(PingEvery / steps);
        for (var step = 0; await tick.WaitForNextTickAsync(ct); step = (step + 1) % steps)
            for (var i = step; i < watchers.Length; i += steps)
                if (watchers[i].Open) await watchers[i].SendPing(ct);
    }
}
