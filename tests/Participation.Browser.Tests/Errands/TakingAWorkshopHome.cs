using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>The morning after: what a hall said becomes opinions of a consultation, and each leads to the other.</summary>
public sealed class TakingAWorkshopHome(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Columns_are_kept_for_the_next_hall()
    {
        var desk = (await Workshop.Open(site, hidden: true)).Facilitator;
        await Begin(desk, "はじめの夜");
        await desk.Locator("#columns").FillAsync("海\n山");
        await desk.GetByLabel("この列をひな形として保存する名前").FillAsync("海と山");
        await desk.GetByRole(AriaRole.Button, new() { Name = "開く", Exact = true }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "はじめの夜" })).ToBeVisibleAsync();

        await Begin(desk, "つぎの夜");
        await desk.ShouldFindNothing();
        await desk.Locator("#saved").SelectOptionAsync(new SelectOptionValue { Label = "海と山（海・山）" });
        await desk.GetByRole(AriaRole.Button, new() { Name = "開く", Exact = true }).ClickAsync();
        await Expect(desk.Locator("#place option")).ToHaveTextAsync(["海", "山"]);

        await desk.GotoAsync("/staff/sessions/new");
        // Nothing brings it back: it is asked for twice.
        await desk.Locator(".saved-templates a").ClickAsync();
        await Expect(desk.GetByText("ひな形「海と山」を消しますか")).ToBeVisibleAsync();
        await desk.ShouldFindNothing();
        await desk.GetByRole(AriaRole.Button, new() { Name = "消す", Exact = true }).ClickAsync();
        await Expect(desk.GetByLabel("題名")).ToBeVisibleAsync();
        await Expect(desk.Locator("#saved")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_no_pdf_can_say_is_told_where_the_other_forms_are_offered()
    {
        var workshop = await Workshop.Open(site, hidden: false);
        await Workshop.Write(await workshop.Join(0), "祭りを続ける🎉");
        var desk = workshop.Facilitator;
        await desk.GotoAsync($"/b/{workshop.Code}/summary");
        await desk.GetByRole(AriaRole.Link, new() { Name = "PDFで書き出す" }).ClickAsync();
        await Expect(desk.Locator(".notice-warning")).ToContainTextAsync("PDFでは書けない文字があります：🎉");
        await Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "みなとの未来を話す夜" })).ToBeVisibleAsync();
        await desk.ShouldFindNothing();
        // Another form holds it.
        var word = await desk.RunAndWaitForDownloadAsync(() => desk.Locator($"a[href='/b/{workshop.Code}/summary.docx']").ClickAsync());
        Assert.EndsWith(".docx", word.SuggestedFilename, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clusters_go_into_a_ledger_and_lead_back()
    {
        var workshop = await Workshop.Open(site, hidden: false);
        var phone = await workshop.Join(0);
        foreach (var text in new[] { "夜の図書館", "本屋" }) await Workshop.Write(phone, text);
        await workshop.Stage("まとめる");
        await phone.ReloadAsync();
        await Workshop.Note(phone, "本屋").Locator(".note-open").ClickAsync();
        await phone.Locator("#with").SelectOptionAsync(new SelectOptionValue { Label = "夜の図書館" });
        await phone.Locator("#title").FillAsync("本のある場所");
        await phone.GetByRole(AriaRole.Button, new() { Name = "まとめる" }).ClickAsync();
        await Workshop.Live(phone);

        var staff = await site.Visitor(width: 768);
        await staff.SignIn("staff@example.jp", "Kamaishi-2026!");
        await staff.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        await staff.GotoAsync($"/b/{workshop.Code}/summary");
        await Expect(staff.GetByRole(AriaRole.Region, new() { Name = "意見の台帳に入れる" }).GetByRole(AriaRole.Checkbox, new() { Name = "本のある場所" })).ToBeCheckedAsync();
        await staff.ShouldFindNothing();
        await staff.GetByRole(AriaRole.Button, new() { Name = "台帳に入れる" }).ClickAsync();
        await Expect(staff.GetByText("意見として受け付けました：")).ToBeVisibleAsync();
        await staff.ShouldFindNothing();
        await staff.ShouldFit();
        await staff.Locator("a[href*='/submissions/']").ClickAsync();
        await Expect(staff.GetByText("・夜の図書館").First).ToBeVisibleAsync();
        await staff.ShouldFindNothing();
        await staff.GetByRole(AriaRole.Link, new() { Name = "みなとの未来を話す夜" }).ClickAsync();
        // Its board is there as a picture too.
        await staff.Locator(".board-picture summary").ClickAsync();
        await Expect(staff.Locator(".board-picture img")).ToHaveJSPropertyAsync("naturalWidth", 728);
        await Expect(staff.GetByRole(AriaRole.Heading, new() { Name = "本のある場所" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Clusters_become_the_questions_of_the_next_evening_and_lead_back()
    {
        var workshop = await Workshop.Open(site, hidden: false);
        var (desk, phone) = (workshop.Facilitator, await workshop.Join(0));
        foreach (var text in new[] { "図書館を夜も開けてほしい", "夜の図書館で勉強したい", "坂道の街灯が暗い", "街灯を坂道にふやす" }) await Workshop.Write(phone, text);
        await workshop.Stage("まとめる");
        await desk.GetByRole(AriaRole.Link, new() { Name = "候補を探す" }).ClickAsync();
        await new Hand(desk, byKeyboard: false).Send(desk.Locator(".suggested button").First);
        await Expect(phone.Locator(".stack-of-notes")).ToHaveCountAsync(1);

        await desk.GotoAsync($"/b/{workshop.Code}/summary");
        await desk.Locator("#topics input").CheckAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "問いにする" }).ClickAsync();
        // A new one wants a title; what was chosen stays chosen.
        await Expect(desk.Locator(".field-error").First).ToBeVisibleAsync();
        await Expect(desk.Locator("#topics input")).ToBeCheckedAsync();
        await desk.ShouldFindNothing();
        await desk.GetByLabel("新しいワークショップの題名").FillAsync("つづきの夜");
        await desk.GetByRole(AriaRole.Button, new() { Name = "問いにする" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "つづきの夜" })).ToBeVisibleAsync();
        await desk.GotoAsync($"/b/{desk.Url.Split('/')[^1]}");
        await desk.ShouldFindNothing();
        await desk.GetByRole(AriaRole.Link, new() { Name = "みなとの未来を話す夜" }).ClickAsync();
        await Expect(desk.GetByText("次のワークショップの問いになりました：")).ToBeVisibleAsync();
        await Expect(desk.GetByRole(AriaRole.Link, new() { Name = "つづきの夜" })).ToBeVisibleAsync();
        // There is nothing left to carry.
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "問いにする" })).ToHaveCountAsync(0);
        await desk.ShouldFindNothing();
        await desk.ShouldFit();
    }

    static async Task Begin(IPage desk, string title)
    {
        await desk.GotoAsync("/staff/sessions/new");
        await desk.GetByLabel("題名").FillAsync(title);
        await desk.Locator("#boards").FillAsync("どんな町にしたいですか");
    }
}
