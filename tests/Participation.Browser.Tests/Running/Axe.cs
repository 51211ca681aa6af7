using System.Text.Json;
using Microsoft.Playwright;
using Participation.TestKit;

namespace Participation.Browser.Tests.Running;

/// <summary>Runs axe on a page as it stands; every violation is named with its place.</summary>
static class Axe
{
    static readonly Lazy<string> Script = new(() => File.ReadAllText(Path.Combine(Repository.Root, "node_modules", "axe-core", "axe.min.js")));

    public static async Task ShouldFindNothing(this IPage page)
    {
        await page.EvaluateAsync(Script.Value);
        var found = await page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
              .violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(' | ')}`)
            """);
        var violations = found.EnumerateArray().Select(v => v.GetString()).ToList();
        Assert.True(violations.Count is 0, $"{page.Url}\n{string.Join('\n', violations)}");
    }

    /// <summary>Nothing is wider than the window.</summary>
    public static async Task ShouldFit(this IPage page)
    {
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{page.Url} is {over} px wider than its window.");
    }
}
