using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using Participation.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Somebody looks for something.</summary>
public sealed class Finding(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_word_leads_to_the_passage_with_the_keyboard_alone_and_without_script(bool script)
    {
        await Indexed("バス");
        var page = await site.Visitor(width: 320, script: script);
        await page.GotoAsync("/search");
        // axe is script itself.
        if (script) await page.ShouldFindNothing();
        await page.GetByLabel("探す言葉").FocusAsync();
        await page.Keyboard.TypeAsync("ﾊﾞｽ");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("「ﾊﾞｽ」の検索結果"));
        await Expect(page.Locator("mark").First).ToHaveTextAsync("バス");
        if (script) await page.ShouldFindNothing();
        await page.ShouldFit();

        await page.GetByRole(AriaRole.Navigation, new() { Name = "検索結果の種類" }).GetByRole(AriaRole.Link, new() { Name = "計画案の文章" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".tabs [aria-current]")).ToContainTextAsync("計画案の文章");
        var hit = page.Locator(".search-title a").First;
        var anchor = (await hit.GetAttributeAsync("href"))!.Split('#')[1];
        await hit.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/plan#{anchor}$"));
        await Expect(page.Locator($"[id='{anchor}']")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task An_opinion_is_found_at_the_head_of_its_list()
    {
        await site.Program.Submit("plan-2030", "灯台を夜だけ青く光らせてはどうでしょう");
        await Indexed("灯台を夜だけ");
        var page = await site.Visitor();
        await page.GotoAsync("/search?q=灯台を夜だけ&kind=opinion");
        await page.Locator(".search-title a").First.ClickAsync();
        await Expect(page.Locator(".feed > li").First).ToContainTextAsync("灯台を夜だけ青く");
        await Expect(page.Locator(".feed > li").First).ToHaveAttributeAsync("id", page.Url.Split('#')[1]);
    }

    [Theory]
    [InlineData("/search?q=そんな言葉はどこにもない")]
    [InlineData("/search?q=の&kind=opinion")]
    [InlineData("/search?q=の&kind=nothing")]
    [InlineData("/consultations")]
    [InlineData("/spaces")]
    public async Task Every_state_is_for_everybody(string path)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await site.Visitor(width: 320, scheme: scheme);
            await page.GotoAsync(path);
            await page.ShouldFindNothing();
            await page.ShouldFit();
        }
    }

    /// <summary>The index follows within a second or so.</summary>
    Task Indexed(string word) => Wait.Until(async () =>
        (await site.Program.Http.GetStringAsync($"/api/v1/search?q={Uri.EscapeDataString(word)}")).Contains("\"rank\"", StringComparison.Ordinal));
}
