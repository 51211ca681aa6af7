using System.Text.Json;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Somebody takes their data with them and goes.</summary>
public sealed class LeavingTheSite(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Data_is_taken_the_account_deleted_and_the_receipt_still_opens(bool script)
    {
        var (email, text) = (Newcomer.NewAddress(), $"残していく意見です {script}");
        var page = await site.Visitor(width: 320, script: script);
        await page.Register(email);
        var receipt = await site.Program.Submit("plan-2030", text);
        var (number, secret) = (receipt.GetProperty("receiptNumber").GetString()!, receipt.GetProperty("receiptSecret").GetString()!);
        await page.GotoAsync("/account/receipts");
        await page.GetByLabel("受付番号").FillAsync(number);
        await page.GetByLabel("確認番号").FillAsync(secret);
        await page.GetByRole(AriaRole.Button, new() { Name = "記録に加える" }).ClickAsync();

        await page.GotoAsync("/privacy");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "自分のデータを受け取る" }).ClickAsync();
        await page.GetByLabel("いまのパスワード").FillAsync("machigai machigai");
        await page.GetByRole(AriaRole.Button).Filter(new() { HasText = "受け取る" }).ClickAsync();
        await Expect(page.Locator("#current-error")).ToBeVisibleAsync();
        if (script) await page.ShouldFindNothing();
        await page.ShouldFit();
        await page.GetByLabel("いまのパスワード").FillAsync(Newcomer.Password);
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button).Filter(new() { HasText = "受け取る" }).ClickAsync());
        using var data = JsonDocument.Parse(await File.ReadAllTextAsync(await file.PathAsync()));
        Assert.Equal(email, data.RootElement.GetProperty("kept").GetProperty("account").GetProperty("email").GetString());
        Assert.Contains(text, data.RootElement.GetProperty("kept").GetProperty("submissions").ToString(), StringComparison.Ordinal);

        await page.GotoAsync("/account/delete");
        await page.GetByLabel("いまのパスワード").FillAsync(Newcomer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "アカウントを削除する" }).ClickAsync();
        await Expect(page.Locator("#words .field-error")).ToBeVisibleAsync();
        if (script) await page.ShouldFindNothing();
        await page.Locator("input[name=words]").First.CheckAsync();
        await page.GetByLabel("いまのパスワード").FillAsync(Newcomer.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "アカウントを削除する" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{site.Program.Address}/privacy/deleted");
        if (script) await page.ShouldFindNothing();

        await page.SignIn(email);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "マイページ" })).ToHaveCountAsync(0);
        await page.GotoAsync("/receipts");
        await page.GetByLabel("受付番号").FillAsync(number);
        await page.GetByLabel("確認番号").FillAsync(secret);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.GetByText(text)).ToBeVisibleAsync();
    }
}
