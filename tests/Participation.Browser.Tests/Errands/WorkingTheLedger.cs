using System.Globalization;
using System.Text;
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

    static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sheet_with_bad_rows_is_checked_taken_in_found_opened_noted_handed_over_split_and_masked(bool script)
    {
        var page = await SignedIn(script);
        var mark = script ? "表の声" : "声の表";
        await page.GotoAsync($"{Ledger}/import");
        await page.GetByLabel("表のファイル").SetInputFilesAsync(new FilePayload
        {
            Name = "sheet.csv", MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"受領日,提出方法,氏名,意見\n{Today},説明会,表野 さち,{mark}です。灯りを増やしてください。担当は表野です。\n{Today},伝書鳩,,鳩\n{Today},説明会,,\n"),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "確かめる" }).ClickAsync();
        await Expect(page.GetByText("提出方法「伝書鳩」はありません")).ToBeVisibleAsync();
        if (script) await page.ShouldFindNothing();
        await page.GetByRole(AriaRole.Button, new() { Name = "取り込める1行を取り込む" }).ClickAsync();
        await Expect(page.GetByText("1件を受け付けました")).ToBeVisibleAsync();

        await page.GotoAsync(Ledger);
        await page.GetByLabel("提出方法").SelectOptionAsync("Meeting");
        await page.GetByRole(AriaRole.Button, new() { Name = "絞り込む" }).ClickAsync();
        if (script) await page.ShouldFindNothing();
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = mark }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByText("表野 さち", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByLabel("申し送りの内容").FillAsync("電話で確認します");
        await page.GetByRole(AriaRole.Button, new() { Name = "申し送りを残す" }).ClickAsync();
        await Expect(page.Locator(".history")).ToContainTextAsync("電話で確認します");
        await page.GetByLabel("担当者").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "担当を決める" }).ClickAsync();
        await Expect(page.Locator(".history")).ToContainTextAsync("担当を変更");
        await page.GetByLabel("紙の画像ファイル").SetInputFilesAsync(new FilePayload { Name = "紙.png", MimeType = "image/png", Buffer = Png });
        await page.GetByRole(AriaRole.Button, new() { Name = "添付する" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "紙.png" })).ToBeVisibleAsync();
        if (script) await page.ShouldFindNothing();

        await page.GetByRole(AriaRole.Link, new() { Name = "この意見を分ける・伏せる" }).ClickAsync();
        if (script)
        {
            await Expect(page.Locator("html[data-stretch=ready]")).ToBeVisibleAsync();
            await page.Locator("#original").FocusAsync();
            await page.Keyboard.PressAsync("Control+Home");
            for (var i = 0; i < 6; i++) await page.Keyboard.PressAsync("Shift+ArrowRight");
            await Expect(page.Locator("[data-chosen=part]")).ToContainTextAsync($"{mark}です。");
            await page.ShouldFindNothing();
        }
        else await page.GetByLabel($"{mark}です。").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この部分を分ける" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "意見 2（分けたもの）" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "この意見を分ける・伏せる" }).Last.ClickAsync();
        await page.GetByLabel("伏せる言葉").FillAsync(mark[..2]);
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で伏せる" }).ClickAsync();
        await Expect(page.Locator(".opinion-text")).ToContainTextAsync("■■■");
        if (script) await page.ShouldFindNothing();
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
