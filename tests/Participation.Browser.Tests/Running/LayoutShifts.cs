using Microsoft.Playwright;

namespace Participation.Browser.Tests.Running;

/// <summary>What moved on a page while it was looked at, as the browser tells it (Layout Instability).</summary>
static class LayoutShifts
{
    const string Observe = """
        window.shifts = [];
        new PerformanceObserver(list => window.shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
        """;

    const string TwoFrames = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    const string Moved = """
        within => window.shifts.flatMap(shift => shift.sources)
          .map(source => source.node?.nodeType === Node.TEXT_NODE ? source.node.parentElement : source.node)
          .filter(element => element?.closest(within)).map(element => element.outerHTML.slice(0, 100))
        """;

    /// <summary>From the next page on.</summary>
    public static Task Watch(IPage page) => page.AddInitScriptAsync(Observe);

    /// <returns>How far what stood there already was moved about; 0 is still.</returns>
    public static async Task<double> Sum(IPage page)
    {
        await page.EvaluateAsync(TwoFrames);
        return await page.EvaluateAsync<double>("() => window.shifts.reduce((sum, shift) => sum + shift.value, 0)");
    }

    /// <returns>The beginnings of what moved inside the elements that the selector names.</returns>
    public static async Task<string[]> Within(IPage page, string selector)
    {
        await page.EvaluateAsync(TwoFrames);
        return await page.EvaluateAsync<string[]>(Moved, selector);
    }
}
