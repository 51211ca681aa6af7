using Microsoft.Playwright;

namespace Participation.Browser.Tests.Running;

/// <summary>
/// A phone of middling speed, the same one on every machine: "four times slower than this machine" would be another phone on each.
/// What slows the browser down is measured with the browser itself, by work of the kind that a page costs.
/// </summary>
static class MidRangePhone
{
    /// <summary>What the work takes on the phone; a quiet server of 2.6 GHz needs a quarter of it.</summary>
    const double Milliseconds = 105;

    /// <returns>The quickest of several times: other programs on the machine can make it slower, never quicker.</returns>
    const string Work = """
        () => Math.min(...Array.from({ length: 15 }, () => {
          const page = document.createElement('main');
          const start = performance.now();
          page.innerHTML = '<section><h2>計画の<a href="#">ことば</a></h2><p>市の<b>これから</b>について、<i>思うこと</i>を書く。</p></section>'.repeat(300);
          document.body.append(page);
          page.getBoundingClientRect();
          const took = performance.now() - start;
          page.remove();
          return took;
        }))
        """;

    /// <returns>How many times slower than here it is; a machine slower than the phone stays as it is.</returns>
    public static async Task<double> Slowdown(IBrowserContext browser)
    {
        var page = await browser.NewPageAsync();
        var took = await page.EvaluateAsync<double>(Work);
        await page.CloseAsync();
        return Math.Max(1, Milliseconds / took);
    }
}
