using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Every page that a link leads to, for everybody.</summary>
public sealed class EveryPage(Site site, AccessibilityRecord record) : IClassFixture<Site>, IClassFixture<AccessibilityRecord>
{
    /// <summary>The first page, and those that only a form or a mistake leads to.</summary>
    static readonly string[] Starts = ["/", "/spaces", "/search", "/search?q=市", "/search?q=市&kind=plan", "/receipts?missing=1", $"{Plan}?q=道", $"{Plan}?q=どこにもない言葉", $"{Plan}/compare?from=1&to=2",
        "/account/sign-in/code", "/account/mail-sent?step=register", "/account/register/finish?ticket=x", "/account/recover/finish?id=x&token=x"];

    const string Plan = "/consultations/bicycle-path/plan";

    [Theory]
    [InlineData("visitor", "ja")]
    [InlineData("visitor", "en")]
    [InlineData("visitor", "ja-easy")]
    [InlineData("citizen", "ja")]
    [InlineData("staff", "en")]
    [InlineData("administrator", "ja")]
    public async Task Is_whole_leads_on_and_has_nothing_for_axe_to_find(string who, string language)
    {
        var page = await site.Visitor(language: language);
        var own = who switch { "visitor" => "/", "citizen" => "/account", _ => "/staff" };
        if (who is not "visitor") await SignIn(page, who is "administrator" ? "admin@example.jp" : $"{who}@example.jp", own);
        var walk = new Walk(page, site.Program.Address);
        await walk.From(language is "ja-easy" ? "ja" : language, who is "visitor" ? Starts : ["/", own]);
        Assert.True(walk.Faults.Count is 0, string.Join('\n', walk.Faults.Distinct()));
        record.Browser = site.Browser.Version;
        record.Held("links", "headings", "titles", "targets", "private");

        var violations = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var (path, title) in walk.Kinds.Values.Where(k => k.Path.StartsWith(own, StringComparison.Ordinal)))
            {
                await page.GotoAsync(path);
                var found = await page.RunAxe();
                record.Add(who, path, title, $"{language} {scheme.ToString().ToLowerInvariant()}", found);
                violations.AddRange(found.Violations.Select(v => $"{path} ({scheme}): {v}"));
            }
        }
        Assert.True(violations.Count is 0, string.Join('\n', violations));
    }

    [Fact]
    public async Task Fits_a_window_of_320_pixels_and_is_there_without_script()
    {
        var walk = new Walk(await site.Visitor(), site.Program.Address);
        await walk.From("ja", Starts);
        foreach (var script in new[] { true, false })
        {
            var page = await site.Visitor(width: 320, script: script);
            foreach (var (path, _) in walk.Kinds.Values)
            {
                await page.GotoAsync(path);
                await page.ShouldFit();
                await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
                foreach (var form in await page.Locator("main form").AllAsync()) await Expect(form.Locator("button").First).ToBeVisibleAsync();
            }
        }
        record.Held("width", "scriptless");
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/consultations/no-such-consultation")]
    public async Task That_is_not_there_says_so_to_everybody(string path)
    {
        var page = await site.Visitor(width: 320);
        Assert.Equal(404, (await page.GotoAsync(path))!.Status);
        await page.ShouldFindNothing();
        await page.ShouldFit();
    }

    [Fact]
    public async Task Staff_sign_in_read_the_ledger_and_take_it_away()
    {
        var page = await site.Visitor(width: 768);
        await SignIn(page, "staff@example.jp");
        await page.GetByRole(AriaRole.Link, new() { Name = "総合計画 後期基本計画（案）への意見募集" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "受付簿を開く" }).ClickAsync();
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "予約制の乗合タクシー" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByText("佐藤 みどり")).ToBeVisibleAsync();
        await page.GotoAsync("/staff/consultations/plan-2030");
        var csv = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSVで書き出す" }).ClickAsync());
        Assert.Contains("佐藤 みどり", await File.ReadAllTextAsync(await csv.PathAsync()), StringComparison.Ordinal);
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

    static async Task SignIn(IPage page, string email, string own = "/staff")
    {
        await page.GotoAsync(own);
        await page.Locator("input[type=email], input[name$=Email]").FillAsync(email);
        await page.Locator("input[type=password]").FillAsync("Kamaishi-2026!");
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync($"**{own}");
    }
}
