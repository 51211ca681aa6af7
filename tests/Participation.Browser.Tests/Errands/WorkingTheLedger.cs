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

        // The third was a slip: it is taken back with a reason, and counted again.
        await page.Locator("tr").Filter(new() { HasText = "紙で届いた意見その3" }).Locator("a[href*='/submissions/']").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "入力を取り消す" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("取り消す理由");
        await page.GetByLabel("取り消す理由").FillAsync("同じ手紙を二度入力した");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("入力のまちがいとして取り消しました")).ToBeVisibleAsync();
        await page.ShouldFindNothing();
        await page.GetByRole(AriaRole.Button, new() { Name = "取消しをやめて、もう一度数える" }).ClickAsync();
        await Expect(page.Locator(".history")).ToContainTextAsync("取消しを元に戻した");
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_wrong_sheet_is_taken_back_whole_and_comes_back(bool script)
    {
        var page = await SignedIn(script);
        await page.GotoAsync($"{Ledger}/import");
        var sheet = $"受領日,提出方法,意見\r\n{Today},窓口,よその町の意見その一（{script}）\r\n{Today},窓口,よその町の意見その二（{script}）";
        await page.GetByLabel("表のファイル").SetInputFilesAsync(new FilePayload { Name = "よその町.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(sheet) });
        await page.GetByRole(AriaRole.Button, new() { Name = "確かめる" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "取り込める2行を取り込む" }).ClickAsync();
        var taken = page.Locator("section[aria-labelledby=sheets-heading] .card").First;
        await taken.GetByRole(AriaRole.Button, new() { Name = "この表を取り消す" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("取り消す理由");
        await taken.GetByLabel("取り消す理由").FillAsync("よその町の表だった");
        await taken.GetByRole(AriaRole.Button, new() { Name = "この表を取り消す" }).ClickAsync();
        await Expect(page.GetByText("2件を取り消しました。")).ToBeVisibleAsync();
        if (script) await page.ShouldFindNothing();
        await page.ShouldFit();
        await taken.GetByRole(AriaRole.Button, new() { Name = "もう一度数える" }).ClickAsync();
        await Expect(page.GetByText("2件をもう一度数えます。")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_sheet_to_a_part_whose_name_and_telephone_are_masked(bool script)
    {
        const string name = "菊池花子", telephone = "0193-55-0101", wish = "歩道を広げて、雪の朝も歩けるようにしてください。";
        var page = await SignedIn(script);
        await page.GotoAsync($"{Ledger}/import");
        var sheet = $"受領日,提出方法,氏名,意見\r\n{Today},窓口,{name},{name}と申します。電話は{telephone}です。{wish}図書館を夜まで開けてください（{script}）。\r\n{Today},伝書鳩,,空から届いた意見";
        await page.GetByLabel("表のファイル").SetInputFilesAsync(new FilePayload { Name = "窓口.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(sheet) });
        await page.GetByRole(AriaRole.Button, new() { Name = "確かめる" }).ClickAsync();
        await Expect(page.GetByText("提出方法「伝書鳩」はありません")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "取り込める1行を取り込む" }).ClickAsync();
        await page.Locator("td a[href*='/submissions/']").ClickAsync();

        // The wish with who wished it becomes a part, sentence by sentence.
        await page.GetByRole(AriaRole.Link, new() { Name = "この意見を分ける・伏せる" }).ClickAsync();
        if (script) await Expect(page.Locator("html[data-masks]")).ToBeAttachedAsync();
        foreach (var sentence in new[] { "と申します", "電話は", "歩道を広げて" }) await page.Locator("[data-sentences] label").Filter(new() { HasText = sentence }).Locator("input").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この部分を分ける" }).ClickAsync();
        await Expect(page.GetByText("保存しました")).ToBeVisibleAsync();
        await page.Locator("article").Filter(new() { HasText = "（分けたもの）" }).GetByRole(AriaRole.Link, new() { Name = "この意見を分ける・伏せる" }).ClickAsync();

        // All of it can't be hidden, and what was ticked stays ticked.
        var offers = page.Locator("[data-offers]");
        await Expect(offers).ToContainTextAsync(name);
        foreach (var offer in new[] { name, telephone }) await offers.Locator("label").Filter(new() { HasText = offer }).Locator("input").CheckAsync();
        if (script) await Expect(page.Locator("[data-preview] [lang]")).ToContainTextAsync("■■■と申します。電話は■■■です。");
        if (script) await page.ShouldFindNothing();
        await page.GetByLabel("伏せる言葉").FillAsync($"{name}と申します。電話は{telephone}です。{wish}");
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で伏せる" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("文の全部を伏せることはできません");
        await Expect(offers.Locator("input:checked")).ToHaveCountAsync(2);
        await page.GetByLabel("伏せる言葉").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で伏せる" }).ClickAsync();
        await Expect(page.GetByText("保存しました")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-offers]")).ToHaveCountAsync(0);
        if (script) await page.ShouldFindNothing();

        // In public the wish is read without who wished it.
        await page.GotoAsync("/consultations/plan-2030");
        await Expect(page.Locator("main")).ToContainTextAsync($"■■■と申します。電話は■■■です。{wish}");
        await Expect(page.Locator("main")).Not.ToContainTextAsync(telephone);
        await Expect(page.Locator("main")).Not.ToContainTextAsync(name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_picture_of_another_letter_is_put_aside_and_the_right_one_stays(bool script)
    {
        var receipt = (await site.Program.Submit("plan-2030", $"紙の画像が付く意見（{script}）")).GetProperty("receiptNumber").GetString();
        var page = await SignedIn(script);
        await page.GotoAsync($"{Ledger}/{receipt}");
        var scans = page.GetByRole(AriaRole.Region, new() { Name = "紙の画像" });
        foreach (var (name, last) in new[] { ("別の手紙.png", (byte)1), ("手紙.png", (byte)2) })
        {
            await page.GetByLabel("紙の画像ファイル").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/png", Buffer = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, last] });
            await page.GetByRole(AriaRole.Button, new() { Name = "添付する" }).ClickAsync();
            await Expect(scans.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).ToBeVisibleAsync();
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "（別の手紙.png）" }).ClickAsync();
        await Expect(scans.GetByRole(AriaRole.Heading, new() { Name = "外した画像" })).ToBeVisibleAsync();
        await Expect(page.Locator(".history")).ToContainTextAsync("紙の画像を外した");
        if (script) await page.ShouldFindNothing();
        await page.ShouldFit();
        await page.GetByRole(AriaRole.Button, new() { Name = "（別の手紙.png）" }).ClickAsync();
        await Expect(scans.GetByRole(AriaRole.Heading, new() { Name = "外した画像" })).ToHaveCountAsync(0);
        await Expect(scans.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
    }

    async Task<IPage> SignedIn(bool script = true, string who = "staff@example.jp")
    {
        var page = await site.Visitor(width: 1024, script: script);
        await page.SignIn(who, "Kamaishi-2026!");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }
}
