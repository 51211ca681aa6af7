using System.Globalization;
using Participation.Bench.Load;
using Participation.Bench.Running;

namespace Participation.Bench.Submitting;

/// <summary>Whole submissions over HTTP, against a bare endpoint that stores the same bytes as durably.</summary>
static class SubmitClaim
{
    const string Slug = "harbour-walk";
    const string Lane = "write lane";
    const int Connections = 64;
    const int PerRound = 12_000;
    const int Rounds = 7;
    const int WarmUp = 40_000;

    public static async Task Measure()
    {
        using var folder = new TempFolder();
        await using var real = await RealProgram.OnSqlite(folder.Path, Slug);
        var port = Ports.Free();
        await using var bare = await ChildProcess.Self("bare-intake", port.ToString(CultureInfo.InvariantCulture), folder.File("bare.db"));

        var whole = Request(Sample.Submission(await real.Anchor(Slug), RequestTemplate.Mark));
        // Until the just-in-time compiler has done its best for both.
        await HttpLoad.Run(port, whole, Connections, WarmUp, 201, first: 0);
        await HttpLoad.Run(real.Port, whole, Connections, WarmUp, 201, first: 0);

        double bareCpu = 0, realCpu = 0, bareLane = 0, realLane = 0;
        var turns = await Turns.Take(Rounds,
            async round => await Timed(bare.Id, () => HttpLoad.Run(port, whole, Connections, PerRound, 201, Number(round)), (all, lane) => (bareCpu, bareLane) = (bareCpu + all, bareLane + lane)),
            async round => await Timed(real.Id, () => HttpLoad.Run(real.Port, whole, Connections, PerRound, 201, Number(round)), (all, lane) => (realCpu, realLane) = (realCpu + all, realLane + lane)));
        foreach (var turn in turns) Print.Note($"bare {turn.Bare.PerSecond:F0}/s, real {turn.Real.PerSecond:F0}/s");

        Print.Ratio("submit", turns.MedianRatio(m => m.PerSecond));
        Side("real", turns.Select(t => t.Real));
        Side("bare", turns.Select(t => t.Bare));
        await PrintStages(real, await real.Anchor(Slug));
        const double microseconds = 1_000_000.0 / (Rounds * PerRound);
        Print.Figure("submit-cpu-real", realCpu * microseconds, "us/submission");
        Print.Figure("submit-cpu-real-writer", realLane * microseconds, "us/submission");
        Print.Figure("submit-cpu-bare", bareCpu * microseconds, "us/submission");
        Print.Figure("submit-cpu-bare-writer", bareLane * microseconds, "us/submission");
    }

    /// <summary>Where the time goes: the same program asked for ever more of the work. What each adds is the difference.</summary>
    static async Task PrintStages(RealProgram real, string anchor)
    {
        var nowhere = RequestTemplate.Post("/api/v1/nowhere", Sample.Submission(anchor, RequestTemplate.Mark));
        var refused = Request(Sample.Submission("no-such-anchor", RequestTemplate.Mark));
        var again = Request(Sample.Submission(anchor, RequestTemplate.Mark));
        await Stage("submit-stage-unrouted", real, nowhere, 405);
        await Stage("submit-stage-refused", real, refused, 400);
        // Numbers of a round before: every key was used, with the same body.
        await Stage("submit-stage-replayed", real, again, 201, Number(0));
    }

    static async Task Stage(string name, RealProgram real, RequestTemplate request, int status, long first = 0)
    {
        double cpu = 0;
        await Timed(real.Id, () => HttpLoad.Run(real.Port, request, Connections, PerRound, status, first), (all, _) => cpu = all);
        Print.Figure(name, cpu * 1_000_000 / PerRound, "us/request");
    }

    static async Task<Measured> Timed(int process, Func<Task<Measured>> run, Action<double, double> add)
    {
        var (all, lane) = CpuTime.Of(process, Lane);
        var measured = await run();
        var (allAfter, laneAfter) = CpuTime.Of(process, Lane);
        add(allAfter - all, laneAfter - lane);
        return measured;
    }

    static void Side(string side, IEnumerable<Measured> runs)
    {
        var all = runs.ToList();
        Print.Figure($"submit-{side}-throughput", all.Select(m => m.PerSecond).Median(), "submissions/s");
        Print.Figure($"submit-{side}-p50", all.Select(m => m.P50).Median(), "ms");
        Print.Figure($"submit-{side}-p99", all.Select(m => m.P99).Median(), "ms");
    }

    /// <summary>Each round's requests have numbers, and so keys, of their own.</summary>
    static long Number(int round) => (round + 1) * 1_000_000L;

    static RequestTemplate Request(byte[] body) =>
        RequestTemplate.Post($"/api/v1/consultations/{Slug}/submissions", body, $"Idempotency-Key: bench-{RequestTemplate.Mark}");
}
