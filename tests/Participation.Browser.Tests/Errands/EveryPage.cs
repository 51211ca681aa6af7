using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Every page, for everybody.</summary>
public sealed class EveryPage(Site site) : IClassFixture<Site>
{
    static readonly string[] Paths =
    [
        "/", "/consultations/plan-2030", "/consultations/plan-2030/plan", "/consultations/plan-2030/submit", "/consultations/plan-2030/hall", "/consultations/plan-2030/results",
        "/consultations/bicycle-path", "/consultations/bicycle-path/submit", "/consultations/library-hours", "/receipts", "/receipts?missing=1",
        "/staff/sign-in", "/no-such-page",
    ];

    static readonly string[] StaffPaths = ["/staff", "/staff/consultations/new", "/staff/consultations/plan-2030", "/staff/consultations/plan-2030/population"];

    public static TheoryData<string> Pages => [.. Paths];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Has_nothing_for_axe_to_find_in_light_and_dark_and_both_languages(string path)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await site.Visitor(scheme: scheme);
            foreach (var language in new[] { "ja", "en" })
            {
                await page.GotoAsync($"/language?to={language}&back={Uri.EscapeDataString(path)}");
                await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
                await page.ShouldFindNothing();
            }
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Fits_a_window_of_320_pixels_with_and_without_script(string path)
    {
        foreach (var script in new[] { true, false })
        {
            var page = await site.Visitor(width: 320, script: script);
            await page.GotoAsync(path);
            await page.ShouldFit();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Staff_sign_in_read_the_ledger_and_take_it_away()
    {
        var page = await site.Visitor(width: 768);
        await page.GotoAsync("/staff");
        await page.GetByLabel("メールアドレス").FillAsync("staff@example.jp");
        await page.GetByLabel("パスワード").FillAsync("Kamaishi-2026!");
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "総合計画" }).ClickAsync();
        await Expect(page.GetByText("佐藤 みどり")).ToBeVisibleAsync();
        var csv = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSVで書き出す" }).ClickAsync());
        Assert.Contains("佐藤 みどり", await File.ReadAllTextAsync(await csv.PathAsync()), StringComparison.Ordinal);
        foreach (var path in StaffPaths)
        {
            await page.GotoAsync(path);
            await page.ShouldFindNothing();
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        await page.GotoAsync("/staff");
        await Expect(page.GetByLabel("パスワード")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_citizen_does_not_see_the_ledger()
    {
        var page = await site.Visitor(script: false);
        await page.GotoAsync("/staff/consultations/plan-2030");
        await page.GetByLabel("メールアドレス").FillAsync("citizen@example.jp");
        await page.GetByLabel("パスワード").FillAsync("Kamaishi-2026!");
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "権限がありません" })).ToBeVisibleAsync();
    }
}
