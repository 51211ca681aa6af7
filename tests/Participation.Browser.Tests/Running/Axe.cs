using System.Text.Json;
using Microsoft.Playwright;
using Participation.TestKit;

namespace Participation.Browser.Tests.Running;

/// <summary>Runs axe on a page as it stands; every violation is named with its place.</summary>
static class Axe
{
    static readonly Lazy<string> Script = new(() => File.ReadAllText(Path.Combine(Repository.Root, "node_modules", "axe-core", "axe.min.js")));

    public static string Version { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "node_modules", "axe-core", "package.json")))
        .RootElement.GetProperty("version").GetString()!;

    public static async Task<AxeResult> RunAxe(this IPage page)
    {
        await page.WaitForLoadStateAsync();
        await page.LayOutWhole();
        await page.EvaluateAsync(Script.Value);
        var found = await page.EvaluateAsync<JsonElement>("""
            async () => {
              const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
              return {
                passed: found.passes.map(p => p.id),
                violations: found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(' | ')}`),
              };
            }
            """);
        return found.Deserialize<AxeResult>(JsonSerializerOptions.Web)!;
    }

    /// <summary>What is far below stands as it does when a reader has come near; until then its place is an estimate.</summary>
    public static Task LayOutWhole(this IPage page) => page.EvaluateAsync("""
        () => {
          for (const e of document.querySelectorAll('*')) if (getComputedStyle(e).contentVisibility === 'auto') e.style.contentVisibility = 'visible';
        }
        """);

    public static async Task ShouldFindNothing(this IPage page)
    {
        var violations = (await page.RunAxe()).Violations;
        Assert.True(violations.Length is 0, $"{page.Url}\n{string.Join('\n', violations)}");
    }

    /// <summary>Nothing is wider than the window.</summary>
    public static async Task ShouldFit(this IPage page)
    {
        // After a click its words can be there before its stylesheet.
        await page.WaitForLoadStateAsync();
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{page.Url} is {over} px wider than its window.");
    }
}

/// <param name="Passed">Ids of the rules that held.</param>
/// <param name="Violations">Each with its places.</param>
sealed record AxeResult(string[] Passed, string[] Violations);
