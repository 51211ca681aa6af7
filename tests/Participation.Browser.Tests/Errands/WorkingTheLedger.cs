using System.Globalization;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Staff key in what came on paper, import a sheet, and work through the ledger.</summary>
public sealed class WorkingTheLedger(Site site) : IClassFixture<Site>
{
    const string Ledger = "/staff/consultations/plan-2030/submissions";

    /// <summary>As it stands on a stamp of today.</summary>
    static string Today => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-M-d", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Three_papers_are_keyed_in_by_keyboard_alone_and_each_next_form_stands_ready()
    {
        var page = await SignedIn();
        await page.GotoAsync($"{Ledger}/new");
        for (var paper = 1; paper <= 3; paper++)
        {
            await Expect(page.Locator("[data-keyin=ready]")).ToBeVisibleAsync();
            await Expect(page.GetByLabel("受領日")).ToBeFocusedAsync();
            if (paper is 1)
            {
                // A slip of the finger: all that was typed is still there.
                await page.Keyboard.TypeAsync("2/30");
                await page.Keyboard.PressAsync("Control+Enter");
                await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("日付を読み取れません");
                await page.ShouldFindNothing();
                await Expect(page.Locator("[data-keyin=ready]")).ToBeVisibleAsync();
                await page.GetByLabel("受領日").FocusAsync();
                await Expect(page.GetByLabel("受領日")).ToHaveValueAsync("2/30");
                await page.Keyboard.PressAsync("Control+a");
            }
            await page.Keyboard.TypeAsync(Today);
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Tab");
            if (paper is 1) for (var i = 0; i < 4; i++) await page.Keyboard.PressAsync("ArrowDown");
            await Expect(page.GetByLabel("提出方法")).ToHaveValueAsync("Counter");
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync($"紙野 {paper}号");
            while (await page.EvaluateAsync<string>("() => document.activeElement.id") is not "opinions-0-text") await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync($"紙で届いた意見その{paper}");
            await page.Keyboard.PressAsync("Control+Enter");
            await Expect(page.GetByText("で受け付けました")).ToBeVisibleAsync();
        }
        await page.ShouldFindNothing();
        await page.GetByRole(AriaRole.Link, new() { Name = "受付票を開いて印刷する" }).ClickAsync();
        await Expect(page.Locator(".receipt-secret")).Not.ToBeEmptyAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".nav")).ToBeHiddenAsync();
        await Expect(page.Locator(".receipt-number")).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.ShouldFindNothing();
        await page.GotoAsync($"{Ledger}?channel=Counter");
        foreach (var paper in new[] { 1, 2, 3 }) await Expect(page.GetByText($"紙で届いた意見その{paper}")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Who_else_looks_is_seen_and_of_two_who_hand_it_over_both_find_their_work()
    {
        var receipt = (await site.Program.Submit("plan-2030", "二人で見る意見")).GetProperty("receiptNumber").GetString();
        var (one, other) = (await SignedIn(), await SignedIn(who: "approver@example.jp"));
        foreach (var page in new[] { one, other }) await page.GotoAsync($"{Ledger}/{receipt}");
        await Expect(one.Locator("[data-presence]")).ToContainTextAsync("もこの提出を見ています");
        await one.GetByLabel("担当者").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await one.GetByRole(AriaRole.Button, new() { Name = "担当を決める" }).ClickAsync();
        await Expect(one.GetByText("保存しました")).ToBeVisibleAsync();
        await other.GetByLabel("担当者").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await other.GetByRole(AriaRole.Button, new() { Name = "担当を決める" }).ClickAsync();
        await Expect(other.GetByText("ほかの人が先に担当を決めました")).ToBeVisibleAsync();
        await other.ShouldFindNothing();
        await other.GetByRole(AriaRole.Button, new() { Name = "担当を決める" }).ClickAsync();
        await Expect(other.GetByText("保存しました")).ToBeVisibleAsync();
        await Expect(other.Locator(".history")).ToContainTextAsync("担当を変更");
        await other.GotoAsync("/staff");
        await Expect(one.Locator("[data-presence]")).ToBeEmptyAsync();
    }

    async Task<IPage> SignedIn(bool script = true, string who = "staff@example.jp")
    {
        var page = await site.Visitor(width: 1024, script: script);
        await page.SignIn(who, "Kamaishi-2026!");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }
}
