using System.Globalization;
using Participation.Bench.Running;

namespace Participation.Bench.Feeding;

/// <summary>A frame as everybody had it.</summary>
sealed record SeenFrame(long Last, TimeSpan ToLastWatcher, long Watchers, long Bytes);

/// <summary>The watchers of one server, spread over processes: none may hold more sockets than the system lets it.</summary>
sealed class WatcherCrowd : IAsyncDisposable
{
    const int PerProcess = 5000;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly List<ChildProcess> processes = [];
    readonly int count;

    WatcherCrowd(int count) => this.count = count;

    public long Missed { get; private set; }

    public long Doubled { get; private set; }

    public static async Task<WatcherCrowd> Gather(int port, string stream, int count, long after)
    {
        var crowd = new WatcherCrowd(count);
        for (var left = count; left > 0; left -= PerProcess)
            crowd.processes.Add(await ChildProcess.Self(
                "watch", port.ToString(CultureInfo.InvariantCulture), stream, Math.Min(left, PerProcess).ToString(CultureInfo.InvariantCulture), after.ToString(CultureInfo.InvariantCulture)));
        return crowd;
    }

    /// <summary>Waits until everybody has heard of a sequence, and says how each frame since the last time came to them.</summary>
    /// <exception cref="BenchException">Somebody is gone, or has not heard of it in half a minute.</exception>
    public async Task<IReadOnlyList<SeenFrame>> HaveHeard(long sequence)
    {
        var frames = new List<long[]>();
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            (long open, long behind, Missed, Doubled) = (0, long.MaxValue, 0, 0);
            foreach (var process in processes)
            {
                var state = await Ask(process, frames);
                (open, behind, Missed, Doubled) = (open + state[0], Math.Min(behind, state[1]), Missed + state[2], Doubled + state[3]);
            }
            if (open < count) throw new BenchException($"{count - open} of {count} watchers were cut off.");
            if (behind >= sequence) break;
            if (deadline.IsCancellationRequested) throw new BenchException($"Somebody has heard of {behind} and not of {sequence}.");
            await Task.Delay(500);
        }
        return [.. frames.GroupBy(f => f[0]).OrderBy(g => g.Key).Select(g => new SeenFrame(
            g.Key, TimeSpan.FromTicks(g.Max(f => f[2]) - g.Min(f => f[1])), g.Sum(f => f[3]), g.Max(f => f[4])))];
    }

    static async Task<long[]> Ask(ChildProcess process, List<long[]> frames)
    {
        await process.Input.WriteLineAsync("report");
        await process.Input.FlushAsync();
        while (true)
        {
            var line = await process.ReadLine();
            var numbers = line.Split(' ')[1..].Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            if (line.StartsWith("watchers", StringComparison.Ordinal)) return numbers;
            frames.Add(numbers);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes) await process.DisposeAsync();
    }
}
