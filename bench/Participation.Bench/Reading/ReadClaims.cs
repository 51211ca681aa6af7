using System.Globalization;
using Participation.Bench.Load;
using Participation.Bench.Running;

namespace Participation.Bench.Reading;

/// <summary>The consultation's page with fifty opinions, read by people who are not signed in.</summary>
static class ReadClaims
{
    const string Slug = "harbour-walk";
    const int Connections = 32;
    const int Rounds = 7;

    /// <summary>As browsers send it.</summary>
    const string Browsers = "Accept-Encoding: gzip, deflate, br, zstd";

    /// <summary>The cookie of a session that is none: the reader is a stranger still, but the page is rendered for this request alone.</summary>
    const string Uncached = "Cookie: participation-session=ended";

    public static async Task MeasureAll()
    {
        await MeasureCached();
        await MeasureRendered();
        await MeasureFlat();
    }

    public static async Task MeasureCached()
    {
        using var folder = new TempFolder();
        await using var real = await ProgramWith(folder.Path, 50);
        await Cached("compressed", folder, real, Browsers);
        await Cached("plain", folder, real);
    }

    static async Task Cached(string kind, TempFolder folder, RealProgram real, params string[] headers)
    {
        const int count = 60_000;
        var page = RequestTemplate.Get($"/consultations/{Slug}", headers);
        var bytes = await HttpLoad.Fetch(real.Port, page);
        await File.WriteAllBytesAsync(folder.File(kind), bytes);
        var port = Ports.Free();
        await using var bare = await ChildProcess.Self("bare-bytes", port.ToString(CultureInfo.InvariantCulture), folder.File(kind));
        var turns = await Compare(port, RequestTemplate.Get("/"), real.Port, page, count);
        // What browsers ask for is the claim; without compression most of the time goes into copying bytes, on both sides.
        if (kind == "compressed") Print.Ratio("read-cached", turns.MedianRatio(m => m.PerSecond));
        else Print.Figure("read-cached-plain-ratio", turns.MedianRatio(m => m.PerSecond), "ratio");
        PrintSides($"read-cached-{kind}", turns);
        Print.Figure($"read-cached-{kind}-size", bytes.Length, "bytes");
    }

    public static async Task MeasureRendered()
    {
        const int count = 8_000;
        using var folder = new TempFolder();
        await using var real = await ProgramWith(folder.Path, 50);
        var page = RequestTemplate.Get($"/consultations/{Slug}", Uncached);
        var size = (await HttpLoad.Fetch(real.Port, page)).Length;
        var (bare, port, bareSize) = await BarePageOf(size);
        await using (bare)
        {
            var turns = await Compare(port, RequestTemplate.Get("/"), real.Port, page, count);
            Print.Ratio("read-rendered", turns.MedianRatio(m => m.PerSecond));
            PrintSides("read-rendered", turns);
            Print.Figure("read-rendered-real-size", size, "bytes");
            Print.Figure("read-rendered-bare-size", bareSize, "bytes");
            // The newest page's rows are kept until something is committed; an older one's are asked for each time.
            var asking = await Compare(port, RequestTemplate.Get("/"), real.Port, Before(1_000_000), count);
            Print.Figure("read-rendered-asking-ratio", asking.MedianRatio(m => m.PerSecond), "ratio");
        }
    }

    public static async Task MeasureFlat()
    {
        // Few at once: this is about how long one page takes, not about how many wait.
        const int connections = 2, count = 4_000, rounds = 9;
        using var folder = new TempFolder();
        await using var few = await ProgramWith(folder.Folder("few"), 100);
        await using var many = await ProgramWith(folder.Folder("many"), 100_000);
        // From the middle of the list: the newest page's rows would be kept, and this is about asking for them.
        var (fromFew, fromMany) = (Before(80), Before(50_000));
        await HttpLoad.Run(few.Port, fromFew, connections, count);
        await HttpLoad.Run(many.Port, fromMany, connections, count);
        var turns = await Turns.Take(rounds,
            _ => HttpLoad.Run(few.Port, fromFew, connections, count),
            _ => HttpLoad.Run(many.Port, fromMany, connections, count));
        Print.Ratio("read-flat", turns.MedianRatio(m => m.P99));
        Print.Figure("read-flat-p50-ratio", turns.MedianRatio(m => m.P50), "ratio");
        foreach (var (name, side) in new[] { ("100", turns.Select(t => t.Bare)), ("100000", turns.Select(t => t.Real)) })
        {
            Print.Figure($"read-flat-{name}-p50", side.Select(m => m.P50).Median(), "ms");
            Print.Figure($"read-flat-{name}-p99", side.Select(m => m.P99).Median(), "ms");
        }
    }

    static RequestTemplate Before(long sequence) => RequestTemplate.Get($"/consultations/{Slug}?before={sequence}", Uncached);

    static async Task<IReadOnlyList<Turn<Measured>>> Compare(int bare, RequestTemplate fromBare, int real, RequestTemplate fromReal, int count)
    {
        await HttpLoad.Run(bare, fromBare, Connections, count);
        await HttpLoad.Run(real, fromReal, Connections, count);
        return await Turns.Take(Rounds, _ => HttpLoad.Run(bare, fromBare, Connections, count), _ => HttpLoad.Run(real, fromReal, Connections, count));
    }

    static void PrintSides(string name, IReadOnlyList<Turn<Measured>> turns)
    {
        foreach (var (side, runs) in new[] { ("real", turns.Select(t => t.Real)), ("bare", turns.Select(t => t.Bare)) })
        {
            Print.Figure($"{name}-{side}-throughput", runs.Select(m => m.PerSecond).Median(), "pages/s");
            Print.Figure($"{name}-{side}-p50", runs.Select(m => m.P50).Median(), "ms");
            Print.Figure($"{name}-{side}-p99", runs.Select(m => m.P99).Median(), "ms");
        }
    }

    /// <summary>A bare page within a hundredth of the size: its text grows by three bytes a character and fifty opinions.</summary>
    static async Task<(ChildProcess, int Port, int Size)> BarePageOf(int size)
    {
        var characters = 100;
        while (true)
        {
            var port = Ports.Free();
            var bare = await ChildProcess.Self("bare-page", port.ToString(CultureInfo.InvariantCulture), characters.ToString(CultureInfo.InvariantCulture));
            var got = (await HttpLoad.Fetch(port, RequestTemplate.Get("/"))).Length;
            if (Math.Abs(got - size) * 100 <= size) return (bare, port, got);
            await bare.DisposeAsync();
            characters += (size - got) / 150;
            if (characters <= 0) throw new BenchException($"The bare page can't be made {size} bytes.");
        }
    }

    static async Task<RealProgram> ProgramWith(string folder, int opinions)
    {
        const int each = 50;
        var program = await RealProgram.OnSqlite(folder, Slug);
        var submission = RequestTemplate.Post(
            $"/api/v1/consultations/{Slug}/submissions", Sample.Submission(await program.Anchor(Slug), RequestTemplate.Mark, each, characters: 200),
            $"Idempotency-Key: seed-{RequestTemplate.Mark}");
        await HttpLoad.Run(program.Port, submission, connections: 8, opinions / each, 201);
        return program;
    }
}
