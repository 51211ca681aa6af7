using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>A citizen who wants to find their opinions again registers, forgets the password, and comes back.</summary>
public sealed class HavingAnAccount(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Registering_takes_an_address_a_mail_and_a_password(bool script)
    {
        var page = await site.Visitor(script: script);
        var email = Newcomer.NewAddress();
        await page.Register(email);
        if (script) await page.ShouldFindNothing();
        await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        await page.SignIn(email, "machigai machigai");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("メールアドレスまたはパスワードが違います");
        await page.SignIn(email);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "マイページ" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_and_signs_out_every_other_window()
    {
        var email = Newcomer.NewAddress();
        var atHome = await site.Visitor();
        await atHome.Register(email);
        var page = await site.Visitor();
        await page.GotoAsync("/account/sign-in");
        await page.GetByRole(AriaRole.Link, new() { Name = "パスワードを忘れたとき" }).ClickAsync();
        await page.GetByLabel("メールアドレス").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "メールを送る" }).ClickAsync();
        await page.GotoAsync(await page.LinkMailedTo(email, "/account/recover/finish"));
        await page.GetByLabel("新しいパスワード").FillAsync("mijikai");
        await page.GetByRole(AriaRole.Button, new() { Name = "パスワードを変える" }).ClickAsync();
        await Expect(page.Locator("#password-error")).ToContainTextAsync("12文字以上");
        await page.ShouldFindNothing();
        await page.GetByLabel("新しいパスワード").FillAsync("atarashii kotoba");
        await page.GetByRole(AriaRole.Button, new() { Name = "パスワードを変える" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "マイページ" })).ToBeVisibleAsync();

        await atHome.GotoAsync("/account");
        await Expect(atHome.GetByLabel("パスワード")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_address_that_is_known_is_told_so_in_its_mail_alone()
    {
        var email = Newcomer.NewAddress();
        await (await site.Visitor()).Register(email);
        // Once in five minutes; another kind of letter goes at once.
        var stranger = await site.Visitor();
        await stranger.GotoAsync("/account/register");
        await stranger.GetByLabel("メールアドレス").FillAsync(email);
        await stranger.GetByRole(AriaRole.Button, new() { Name = "メールを送る" }).ClickAsync();
        await Expect(stranger.GetByRole(AriaRole.Heading, new() { Name = "メールを送りました" })).ToBeVisibleAsync();
        await stranger.LinkMailedTo(email, "/account/recover");
    }

    [Fact]
    public async Task Who_guesses_waits_and_the_owner_does_not()
    {
        var email = Newcomer.NewAddress();
        var owner = await site.Visitor();
        await owner.Register(email);
        await owner.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        var stranger = await site.Visitor();
        for (var tries = 0; tries < 6; tries++) await stranger.SignIn(email, $"guess number {tries}");
        await Expect(stranger.GetByRole(AriaRole.Alert)).ToContainTextAsync("少しお待ちください");
        // From the same address, on a device that the account was entered from before.
        await owner.SignIn(email);
        await Expect(owner.GetByRole(AriaRole.Heading, new() { Name = "マイページ" })).ToBeVisibleAsync();
    }
}
