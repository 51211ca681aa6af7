using System.Globalization;
using System.Text.Json;
using Participation.Bench.Load;
using Participation.Bench.Running;

namespace Participation.Bench.Feeding;

/// <summary>
/// Ten thousand people watch while three hundred submissions a second arrive: from the commit of a frame's newest opinion until
/// the last watcher has it, against a bare broadcast from its sending until the last watcher has it.
/// </summary>
static class FeedClaim
{
    const string Slug = "harbour-walk";
    const int Watchers = 10_000;
    const int PerSecond = 300;
    const int Seconds = 10;
    const int FramesPerSecond = 4;
    const int Rounds = 3;

    public static async Task Measure()
    {
        using var folder = new TempFolder();
        await using var real = await RealProgram.OnSqlite(folder.Path, Slug);
        var anchor = await real.Anchor(Slug);
        var stream = $"consultation:{Slug}";
        var submission = RequestTemplate.Post(
            $"/api/v1/consultations/{Slug}/submissions", Sample.Submission(anchor, RequestTemplate.Mark), $"Idempotency-Key: feed-{RequestTemplate.Mark}");
        await HttpLoad.Run(real.Port, submission, connections: 16, 5_000, 201);
        var after = await Head(real);

        var port = Ports.Free();
        await using var bare = await ChildProcess.Self("bare-hub", port.ToString(CultureInfo.InvariantCulture));
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await using var bareCrowd = await WatcherCrowd.Gather(port, stream, Watchers, after: 0);
        await using var realCrowd = await WatcherCrowd.Gather(real.Port, stream, Watchers, after);
        Print.Note($"{Watchers} watchers on each side");

        async Task<IReadOnlyList<SeenFrame>> Bare(int round)
        {
            const int frames = Seconds * FramesPerSecond, events = PerSecond / FramesPerSecond;
            var answer = await http.PostAsync(new Uri($"/broadcast?frames={frames}&events={events}&stream={stream}&section={anchor}&anchor={anchor}", UriKind.Relative), null);
            var last = long.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(), CultureInfo.InvariantCulture);
            return Noted("bare", await bareCrowd.HaveHeard(last));
        }

        async Task<IReadOnlyList<SeenFrame>> Real(int round)
        {
            await HttpLoad.Run(real.Port, submission, connections: 16, PerSecond * Seconds, 201, first: (round + 1) * 1_000_000L, perSecond: PerSecond);
            return Noted("real", await realCrowd.HaveHeard(await Head(real)));
        }

        await Bare(-1);
        await Real(Rounds);
        var turns = await Turns.Take(Rounds, Bare, Real);
        Print.Ratio("feed", turns.MedianRatio(Median));
        PrintSide("real", turns.SelectMany(t => t.Real).ToList());
        PrintSide("bare", turns.SelectMany(t => t.Bare).ToList());
        Print.Figure("feed-watchers", Watchers, "watchers");
        Print.Figure("feed-missed", realCrowd.Missed, "events");
        Print.Figure("feed-doubled", realCrowd.Doubled, "events");
    }

    static double Median(IReadOnlyList<SeenFrame> frames) => frames.Select(f => f.ToLastWatcher.TotalMilliseconds).Median();

    static IReadOnlyList<SeenFrame> Noted(string side, IReadOnlyList<SeenFrame> frames)
    {
        Print.Note($"{side}: {frames.Count} frames, to the last watcher {Median(frames):F0} ms");
        return frames;
    }

    static void PrintSide(string side, List<SeenFrame> frames)
    {
        Print.Figure($"feed-{side}-median", Median(frames), "ms");
        Print.Figure($"feed-{side}-max", frames.Max(f => f.ToLastWatcher.TotalMilliseconds), "ms");
        Print.Figure($"feed-{side}-frame", frames.Select(f => (double)f.Bytes).Median(), "bytes");
        Print.Figure($"feed-{side}-frames", frames.Count / (double)(Rounds * Seconds), "frames/s");
    }

    /// <summary>The last sequence of the stream: it began with the announcement and the plan, and each opinion has one.</summary>
    static async Task<long> Head(RealProgram real) =>
        2 + (await real.Http.GetFromJsonAsync<JsonElement>($"/api/v1/consultations/{Slug}/counts")).GetProperty("opinions").GetInt64();
}
