using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>An administrator gives the site the city's own face.</summary>
public sealed class ChangingTheFace(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_name_and_a_colour_are_tried_mended_seen_and_saved(bool script)
    {
        var name = $"まちの窓口 {script}";
        var page = await site.Visitor(width: 768, script: script);
        await page.GotoAsync("/staff/sign-in");
        await page.GetByLabel("メール").FillAsync("admin@example.jp");
        await page.GetByLabel("パスワード").FillAsync("Kamaishi-2026!");
        await page.GetByRole(AriaRole.Button, new() { Name = "サインイン" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "サイトの設定" }).ClickAsync();

        await page.GetByRole(AriaRole.Textbox, new() { Name = "サイトの名前" }).First.FillAsync(name);
        await page.GetByLabel("リンクとボタンの色").FillAsync("#ffcc00");
        await page.GetByRole(AriaRole.Button, new() { Name = "見え方を確かめる" }).ClickAsync();
        await Expect(page.Locator("#actionColour-error")).ToContainTextAsync("4.5：1 以上");

        await page.GetByLabel("リンクとボタンの色").FillAsync("#00615a");
        await page.GetByRole(AriaRole.Button, new() { Name = "見え方を確かめる" }).ClickAsync();
        var preview = page.GetByRole(AriaRole.Region, new() { Name = "保存する前の見え方" }).Last;
        await Expect(preview).ToContainTextAsync(name);
        await Expect(page.GetByRole(AriaRole.Banner)).Not.ToContainTextAsync(name);
        await Expect(preview.Locator(".button:not(.button-quiet)").First).ToHaveCSSAsync("background-color", "rgb(0, 97, 90)");
        // axe is script itself.
        if (script) await page.ShouldFindNothing();

        await page.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Banner)).ToContainTextAsync(name);
        var visitor = await site.Visitor();
        await visitor.GotoAsync("/");
        await Expect(visitor.GetByRole(AriaRole.Banner)).ToContainTextAsync(name);
        await visitor.ShouldFindNothing();
    }
}
