using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Somebody with an account finds again what they sent, and keeps the account theirs.</summary>
public sealed class KeepingOnesOwn(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_sent_without_signing_in_is_added_by_its_receipt(bool script)
    {
        var text = $"前に送った意見です {script}";
        var receipt = await site.Program.Submit("plan-2030", text);
        var page = await site.Visitor(script: script);
        await page.Register(Newcomer.NewAddress());
        await page.GetByRole(AriaRole.Link, new() { Name = "送った意見の記録" }).ClickAsync();
        await Expect(page.GetByText("まだ記録がありません。")).ToBeVisibleAsync();
        await page.GetByLabel("受付番号").FillAsync(receipt.GetProperty("receiptNumber").GetString()!);
        await page.GetByLabel("確認番号").FillAsync("machigai");
        await page.GetByRole(AriaRole.Button, new() { Name = "記録に加える" }).ClickAsync();
        await Expect(page.Locator("#number-error")).ToContainTextAsync("番号か確認番号が違います");
        await page.GetByLabel("確認番号").FillAsync(receipt.GetProperty("receiptSecret").GetString()!);
        await page.GetByRole(AriaRole.Button, new() { Name = "記録に加える" }).ClickAsync();
        await Expect(page.GetByText(text)).ToBeVisibleAsync();
        await page.ShouldFit();
        if (script) await page.ShouldFindNothing();
        await page.GetByRole(AriaRole.Link, new() { Name = "総合計画 後期基本計画（案）への意見募集" }).ClickAsync();
        await Expect(page.Locator(".opinion-text")).ToHaveTextAsync(text);
        if (script) await page.ShouldFindNothing();

        var somebodyElse = await site.Visitor(script: script);
        await somebodyElse.Register(Newcomer.NewAddress());
        Assert.Equal(404, (await somebodyElse.GotoAsync(page.Url))!.Status);
    }

    [Fact]
    public async Task The_address_and_the_name_are_changed_and_a_lost_phone_is_signed_out()
    {
        var (email, other) = (Newcomer.NewAddress(), Newcomer.NewAddress());
        var page = await site.Visitor(width: 320);
        await page.Register(email);
        var phone = await site.Visitor();
        await phone.SignIn(email);
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "マイページ" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "サインインの記録" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "ほかのすべての端末からサインアウトする" }).ClickAsync();
        await Expect(page.GetByText("ほかのすべての端末からサインアウトしました。")).ToBeVisibleAsync();
        await page.ShouldFindNothing();
        await page.ShouldFit();
        await phone.ReloadAsync();
        await Expect(phone.GetByLabel("パスワード")).ToBeVisibleAsync();

        await page.GotoAsync("/account/name");
        await page.GetByLabel("お名前").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Expect(page.Locator("#name-error")).ToBeVisibleAsync();
        await page.ShouldFindNothing();
        await page.GetByLabel("お名前").FillAsync("箱崎 みなと");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Expect(page.GetByText("箱崎 みなと")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "メールアドレスを変える" }).ClickAsync();
        await page.ShouldFindNothing();
        await page.GetByLabel("新しいメールアドレス").FillAsync(other);
        await page.GetByLabel("いまのパスワード").FillAsync(Newcomer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "メールを送る" }).ClickAsync();
        await page.GotoAsync(await page.LinkMailedTo(other, "/account/email/finish"));
        await page.ShouldFindNothing();
        await page.GetByRole(AriaRole.Button, new() { Name = "このアドレスに変える" }).ClickAsync();
        await Expect(page.GetByText(other)).ToBeVisibleAsync();

        await page.GotoAsync("/account/password");
        await page.ShouldFindNothing();
        await page.GetByLabel("いまのパスワード").FillAsync(Newcomer.Password);
        await page.GetByLabel("新しいパスワード").FillAsync("atarashii kotoba");
        await page.GetByRole(AriaRole.Button, new() { Name = "パスワードを変える" }).ClickAsync();
        await Expect(page.GetByText("パスワードを変えました。")).ToBeVisibleAsync();
        await phone.SignIn(other, "atarashii kotoba");
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "マイページ" })).ToBeVisibleAsync();
    }
}
