using System.Text.Json;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;

namespace Participation.Browser.Tests.Errands;

/// <summary>
/// A first visit on a phone, with nothing kept from before, to the program as a city serves it. "Slow 4G" is Lighthouse's: 150 ms to
/// and fro, 1.6 Mbit/s down, 0.75 up, and a processor four times slower than the machine's.
/// </summary>
[Collection(Alone.Name)]
public sealed class Weight(PublishedSite site) : IClassFixture<PublishedSite>
{
    /// <summary>Other programs on the machine can make a visit slower, never quicker.</summary>
    const int Visits = 5;

    const int MostBytes = 100 * 1024;
    const double MostMilliseconds = 1000;
    const int RoundTrip = 150;
    const int BytesDown = 1_600_000 / 8;
    const int BytesUp = 750_000 / 8;

    const string Observe = """
        window.shift = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
        """;

    const string Paint = """
        () => new Promise(done => new PerformanceObserver((list, self) => {
          const first = list.getEntriesByName('first-contentful-paint')[0];
          if (first) { self.disconnect(); done(first.startTime); }
        }).observe({ type: 'paint', buffered: true }))
        """;

    [Fact]
    public async Task What_is_for_designers_is_not_served_to_a_city() =>
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Program.Http.GetAsync("/styleguide")).StatusCode);

    [Theory]
    [InlineData("/")]
    [InlineData("/consultations/plan-2030")]
    [InlineData("/consultations/plan-2030/plan")]
    [InlineData("/consultations/plan-2030/submit")]
    [InlineData("/search?q=市")]
    [InlineData("/accessibility")]
    public async Task A_first_visit_is_light_quick_and_still(string path)
    {
        // What a server and a browser do once in their lives is not part of a first visit.
        await site.Program.Http.GetStringAsync(path);
        await (await site.Visitor()).GotoAsync("/receipts");
        var paints = new List<double>();
        for (var i = 0; i < Visits && paints.All(p => p > MostMilliseconds); i++) paints.Add(await Visit(path));
        Assert.InRange(paints.Min(), 0, MostMilliseconds);
    }

    /// <returns>When the first words stood there.</returns>
    async Task<double> Visit(string path)
    {
        var page = await site.Visitor();
        var wire = await page.Context.NewCDPSessionAsync(page);
        var bytes = 0.0;
        var fonts = new List<string>();
        wire.Event("Network.loadingFinished").OnEvent += (_, finished) => bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        wire.Event("Network.requestWillBeSent").OnEvent += (_, sent) =>
        {
            if (sent!.Value.GetProperty("type").GetString() is "Font") fonts.Add(sent.Value.GetProperty("request").GetProperty("url").GetString()!);
        };
        await wire.SendAsync("Network.enable");
        await wire.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        await wire.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false, ["latency"] = RoundTrip, ["downloadThroughput"] = BytesDown, ["uploadThroughput"] = BytesUp,
        });
        await wire.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
        await page.AddInitScriptAsync(Observe);

        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        var paint = await page.EvaluateAsync<double>(Paint);
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var shift = await page.EvaluateAsync<double>("() => window.shift");

        await page.Context.CloseAsync();

        Assert.InRange(bytes, 1, MostBytes);
        Assert.Empty(fonts);
        Assert.Equal(0, shift);
        return paint;
    }
}

/// <summary>What is measured by the clock runs when nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class Alone
{
    public const string Name = "alone";
}
