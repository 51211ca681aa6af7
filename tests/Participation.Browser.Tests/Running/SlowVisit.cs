using Microsoft.Playwright;

namespace Participation.Browser.Tests.Running;

/// <summary>
/// A visit on a phone with nothing kept from before. "Slow 4G" is Lighthouse's: 150 ms to and fro, 1.6 Mbit/s down, 0.75 up, and the
/// processor is that of a <see cref="MidRangePhone"/>.
/// </summary>
/// <param name="Bytes">Over the wire, all together.</param>
/// <param name="Shift">How far what stood there already was moved about.</param>
/// <param name="Paint">When the first words stood there, in milliseconds.</param>
sealed record SlowVisit(double Bytes, IReadOnlyList<string> Fonts, double Shift, double Paint)
{
    const int RoundTrip = 150;
    const int BytesDown = 1_600_000 / 8;
    const int BytesUp = 750_000 / 8;

    const string FirstContent = """
        () => new Promise(done => new PerformanceObserver((list, self) => {
          const first = list.getEntriesByName('first-contentful-paint')[0];
          if (first) { self.disconnect(); done(first.startTime); }
        }).observe({ type: 'paint', buffered: true }))
        """;

    /// <summary>From now on, nothing is kept and the wire is slow.</summary>
    public static async Task<ICDPSession> Slow(IPage page)
    {
        var wire = await page.Context.NewCDPSessionAsync(page);
        await wire.SendAsync("Network.enable");
        await wire.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        await wire.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false, ["latency"] = RoundTrip, ["downloadThroughput"] = BytesDown, ["uploadThroughput"] = BytesUp,
        });
        await wire.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = await MidRangePhone.Slowdown(page.Context) });
        return wire;
    }

    /// <param name="go">Leads to the page; returns once it is loaded.</param>
    public static async Task<SlowVisit> Of(IPage page, Func<Task> go)
    {
        var wire = await Slow(page);
        var bytes = 0.0;
        var fonts = new List<string>();
        wire.Event("Network.loadingFinished").OnEvent += (_, finished) => bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        wire.Event("Network.requestWillBeSent").OnEvent += (_, sent) =>
        {
            if (sent!.Value.GetProperty("type").GetString() is "Font") fonts.Add(sent.Value.GetProperty("request").GetProperty("url").GetString()!);
        };
        await LayoutShifts.Watch(page);
        await go();
        var paint = await FirstPaint(page);
        return new(bytes, fonts, await LayoutShifts.Sum(page), paint);
    }

    /// <returns>When the first words stood there, in milliseconds from the page's start; waits for them.</returns>
    public static Task<double> FirstPaint(IPage page) => page.EvaluateAsync<double>(FirstContent);
}
