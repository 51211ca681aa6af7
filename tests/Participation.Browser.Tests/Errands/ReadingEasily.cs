using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Somebody who is still learning Japanese, on a small phone without script.</summary>
public sealed class ReadingEasily(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(320, true)]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task Easy_Japanese_with_furigana_is_two_links_away_and_fits(int width, bool script)
    {
        var page = await site.Visitor(width: width, script: script);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "やさしい日本語" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "ふりがなをつける" }).ClickAsync();
        await Expect(page.Locator("main ruby rt").First).ToBeVisibleAsync();
        foreach (var path in new[] { "/", "/consultations/plan-2030" })
        {
            await page.GotoAsync(path);
            await page.ShouldFit();
            if (script) await page.ShouldFindNothing();
        }
        await page.Locator("a.furigana").ClickAsync();
        await Expect(page.Locator("ruby")).ToHaveCountAsync(0);
    }
}
