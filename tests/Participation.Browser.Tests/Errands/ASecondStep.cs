using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Somebody who wants more than a password between their account and the rest of the world.</summary>
public sealed class ASecondStep(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_app_is_set_up_and_asked_for_and_codes_on_paper_stand_in_for_it(bool script)
    {
        var page = await site.Visitor(script: script);
        var email = Newcomer.NewAddress();
        await page.Register(email);
        await page.GetByRole(AriaRole.Link, new() { Name = "二つ目の確認の設定" }).ClickAsync();
        if (script) await page.ShouldFindNothing();
        await page.GetByRole(AriaRole.Link, new() { Name = "認証アプリを加える" }).ClickAsync();
        var key = await page.Locator(".app-key").InnerTextAsync();
        await page.GetByLabel("確認の数字").FillAsync("000000");
        await page.GetByLabel("いまのパスワード").FillAsync(Newcomer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "このアプリを使う" }).ClickAsync();
        await Expect(page.Locator("#code-error")).ToContainTextAsync("数字が違います");
        if (script) await page.ShouldFindNothing();
        Assert.Equal(key, await page.Locator(".app-key").InnerTextAsync());
        await page.GetByLabel("確認の数字").FillAsync(AppCodes.For(key));
        await page.GetByLabel("いまのパスワード").FillAsync(Newcomer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "このアプリを使う" }).ClickAsync();
        await Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        var codes = await page.Locator(".codes li").AllInnerTextsAsync();
        await page.ShouldFit();
        if (script) await page.ShouldFindNothing();
        await page.GetByRole(AriaRole.Link, new() { Name = "控えました" }).ClickAsync();
        await Expect(page.GetByText("残り10個です")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        await page.SignIn(email);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "二つ目の確認" })).ToBeVisibleAsync();
        await page.GotoAsync("/account");
        await Expect(page.GetByLabel("パスワード")).ToBeVisibleAsync();
        await page.SignIn(email);
        await page.GetByLabel("確認の数字").FillAsync(AppCodes.For(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "マイページ" })).ToBeVisibleAsync();

        foreach (var (code, opens) in new[] { (codes[0], true), (codes[0], false) })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
            await page.SignIn(email);
            await page.GetByLabel("確認の数字").FillAsync(code);
            await page.GetByRole(AriaRole.Button, new() { Name = "サインインする" }).ClickAsync();
            if (opens) await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "マイページ" })).ToBeVisibleAsync();
            else await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("数字が違います");
        }
    }

    [Fact]
    public async Task A_passkey_is_made_signs_in_by_itself_stands_in_for_the_code_and_is_taken_away()
    {
        var page = await site.Visitor();
        // An address of numbers can have no passkeys.
        var home = site.Program.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var email = Newcomer.NewAddress();
        await page.Register(email);
        await page.GotoAsync($"{home}/account/sign-in");
        await page.GetByLabel("メールアドレス").FillAsync(email);
        await page.GetByLabel("パスワード").FillAsync(Newcomer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする" }).ClickAsync();
        await Authenticator(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "二つ目の確認の設定" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "パスキーを加える" }).ClickAsync();
        await page.ShouldFindNothing();
        await page.GetByLabel("パスキーの呼び名").FillAsync("わたしの端末");
        await page.GetByLabel("いまのパスワード").FillAsync("machigai machigai");
        await page.GetByRole(AriaRole.Button, new() { Name = "パスキーを作る" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("いまのパスワードが違います");
        await page.GetByLabel("いまのパスワード").FillAsync(Newcomer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "パスキーを作る" }).ClickAsync();
        await Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        await page.GetByRole(AriaRole.Link, new() { Name = "控えました" }).ClickAsync();
        await Expect(page.GetByText("わたしの端末", new() { Exact = true })).ToBeVisibleAsync();
        await page.ShouldFindNothing();

        await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        await page.GotoAsync($"{home}/account/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "パスキーを使う" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "マイページ" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        await page.GotoAsync($"{home}/account/sign-in");
        await page.GetByLabel("メールアドレス").FillAsync(email);
        await page.GetByLabel("パスワード").FillAsync(Newcomer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "二つ目の確認" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "パスキーを使う" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "マイページ" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "二つ目の確認の設定" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "わたしの端末を外す" }).ClickAsync();
        await page.GetByLabel("いまのパスワード").FillAsync(Newcomer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "外す" }).ClickAsync();
        await Expect(page.GetByText("二つ目の確認：使っていません")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        await page.GotoAsync($"{home}/account/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "パスキーを使う" }).ClickAsync();
        await Expect(page.GetByText("パスキーでサインインできませんでした")).ToBeVisibleAsync();
        await page.ShouldFindNothing();
    }

    /// <summary>A device of the browser's own making, whose owner always says yes.</summary>
    static async Task Authenticator(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
