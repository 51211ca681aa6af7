using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>The parts of pages by themselves.</summary>
public sealed class LookingAtParts(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_styleguide_has_nothing_for_axe_to_find(ColorScheme scheme)
    {
        var page = await site.Visitor(scheme: scheme);
        await page.GotoAsync("/styleguide");
        await page.ShouldFindNothing();
    }

    [Fact]
    public async Task A_dialog_opens_and_closes_by_keyboard_without_script()
    {
        var page = await site.Visitor(script: false);
        await page.GotoAsync("/styleguide");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この箇所を伝える" }).PressAsync("Enter");
        await Expect(dialog).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Headings_break_at_phrases_where_the_browser_can_not_do_it_alone()
    {
        var page = await site.Visitor();
        await page.AddInitScriptAsync("const can = CSS.supports.bind(CSS); CSS.supports = (name, value) => name !== 'word-break' && can(name, value)");
        await page.GotoAsync("/");
        await Expect(page.Locator("h1.phrased")).ToBeVisibleAsync();
        await Expect(page.Locator("h3 wbr").First).ToBeAttachedAsync();
    }
}
