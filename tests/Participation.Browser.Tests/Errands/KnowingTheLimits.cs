using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>What a role opens, and where it ends: a council member reads what is put before them, and an administrator decides nothing about themselves.</summary>
public sealed class KnowingTheLimits(Site site) : IClassFixture<Site>
{
    const string Closed = "/staff/consultations/library-hours", Call = "/consultations/plan-2030";

    [Fact]
    public async Task A_council_member_reads_a_pack_by_its_link_and_nothing_behind_it()
    {
        var staff = await SignedIn("staff", width: 320);
        await staff.GotoAsync("/staff");
        await staff.GetByRole(AriaRole.Link, new() { Name = "募集を終えたもの" }).ClickAsync();
        await Expect(staff.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
        await staff.ShouldFindNothing();
        await staff.ShouldFit();
        await staff.GotoAsync($"{Closed}/packs");
        await staff.GetByLabel("示す相手と会議").FillAsync("教育民生常任委員会");
        await staff.GetByRole(AriaRole.Button, new() { Name = "資料を固定してリンクを作る" }).ClickAsync();
        var link = (await staff.Locator("a[href^='/council/']").GetAttributeAsync("href"))!;

        var member = await SignedIn("council", width: 320);
        await member.GotoAsync(link);
        await Expect(member.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("教育民生常任委員会");
        await Expect(member.GetByText("図書館の開館時間の見直し（案）への意見募集")).ToBeVisibleAsync();
        await member.ShouldFindNothing();
        await member.ShouldFit();

        Assert.Equal(404, (await member.GotoAsync(link[..^4]))!.Status);
        foreach (var path in new[] { $"{Closed}/packs", $"{Closed}/answers", $"{Closed}/submissions", "/staff/moderation", "/staff/sessions", "/staff/people", "/staff/mail", "/staff/site" })
            await SentAway(member, path);

        await staff.GotoAsync($"{Closed}/packs");
        await staff.GetByRole(AriaRole.Link, new() { Name = "リンクを取り下げる 教育民生常任委員会" }).ClickAsync();
        // Nothing brings it back: asked once more, and still open.
        Assert.Equal(200, (await member.GotoAsync(link))!.Status);
        await staff.ShouldFindNothing();
        await staff.ShouldFit();
        await staff.GetByRole(AriaRole.Button, new() { Name = "リンクを取り下げる" }).ClickAsync();
        await Expect(staff.GetByText("取り下げました")).ToBeVisibleAsync();
        await member.GotoAsync(link);
        await Expect(member.GetByText("図書館の開館時間の見直し（案）への意見募集")).ToHaveCountAsync(0);
        await member.ShouldFindNothing();
    }

    [Fact]
    public async Task An_administrator_neither_checks_nor_approves_their_own_words_and_staff_approve_none()
    {
        await KeyIn("閉館を遅らせるなら、帰りのバスも遅らせてほしい。");
        var admin = await SignedIn("admin", width: 1100);
        await admin.GotoAsync(Closed);
        await admin.GetByRole(AriaRole.Button, new() { Name = "回答の作成に入る" }).ClickAsync();
        await admin.GotoAsync($"{Closed}/answers");
        var layOut = admin.GetByRole(AriaRole.Button, new() { Name = "一件ずつ回答の表に載せる" });
        if (await layOut.IsVisibleAsync()) await layOut.ClickAsync();
        await admin.Locator(".group-name a").First.ClickAsync();
        await admin.GetByLabel("市の考え方").FillAsync("運行事業者と時刻を相談します。");
        await admin.GetByRole(AriaRole.Button, new() { Name = "下書きを保存する" }).ClickAsync();
        await Expect(admin.GetByText("保存しました")).ToBeVisibleAsync();

        await Decide(admin, "Drafted", "選んだ回答を確認済みにする");
        await Expect(admin.GetByRole(AriaRole.Alert)).ToContainTextAsync("ほかの人が行ってください");
        await admin.ShouldFindNothing();

        var staff = await SignedIn("staff", width: 1100);
        await Decide(staff, "Drafted", "選んだ回答を確認済みにする");
        await Expect(staff.GetByText("件の回答を進めました")).ToBeVisibleAsync();
        await staff.GotoAsync($"{Closed}/answers?state=Checked");
        await Expect(staff.GetByRole(AriaRole.Button, new() { Name = "選んだ回答を決裁する" })).ToHaveCountAsync(0);

        await Decide(admin, "Checked", "選んだ回答を決裁する");
        await Expect(admin.GetByRole(AriaRole.Alert)).ToContainTextAsync("ほかの人が行ってください");
        var approver = await SignedIn("approver", width: 1100);
        await Decide(approver, "Checked", "選んだ回答を決裁する");
        await Expect(approver.GetByText("件の回答を進めました")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_administrator_decides_no_appeal_against_what_they_decided_and_a_moderator_does()
    {
        var receipt = await site.Program.Submit("plan-2030", "係の人の名前を出して笑う文");
        var sequence = receipt.GetProperty("sequence").GetInt64();
        var reader = await site.Visitor();
        await reader.GotoAsync(Call);
        await reader.Locator($"#opinion-{sequence}").GetByRole(AriaRole.Link, new() { Name = "報告する" }).ClickAsync();
        await reader.GetByLabel("誹謗中傷").CheckAsync();
        await reader.GetByRole(AriaRole.Button, new() { Name = "報告する" }).ClickAsync();
        await Expect(reader.GetByText("お知らせありがとうございます")).ToBeVisibleAsync();

        var admin = await SignedIn("admin");
        await admin.GotoAsync("/staff/moderation");
        await Expect(admin.GetByRole(AriaRole.Main)).ToContainTextAsync("笑う文");
        await admin.GetByRole(AriaRole.Button, new() { Name = "表示しない：誹謗中傷" }).ClickAsync();
        await Expect(admin.GetByText("決定を記録しました")).ToBeVisibleAsync();
        var opinion = Regex.Match(admin.Url, "[0-9a-f]{8}-[0-9a-f-]{27}").Value;

        await reader.GotoAsync($"/receipts/{receipt.GetProperty("receiptNumber").GetString()}?secret={receipt.GetProperty("receiptSecret").GetString()}");
        await reader.GetByLabel("申し立ての内容").FillAsync("笑うつもりはありませんでした");
        await reader.GetByRole(AriaRole.Button, new() { Name = "申し立てる" }).ClickAsync();

        await admin.GotoAsync("/staff/moderation");
        await Expect(admin.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("笑う文");
        await admin.GotoAsync($"/staff/moderation?opinion={opinion}");
        await admin.Locator("button[value=Restore]").ClickAsync();
        await Expect(admin.GetByText("表示を止めた人とは別の人が判断します。")).ToBeVisibleAsync();
        await admin.ShouldFindNothing();

        var moderator = await SignedIn("moderator");
        await moderator.GotoAsync("/staff/moderation");
        await Expect(moderator.GetByRole(AriaRole.Main)).ToContainTextAsync("笑うつもりはありませんでした");
        await moderator.Locator("button[value=Restore]").ClickAsync();
        await Expect(moderator.GetByText("決定を記録しました")).ToBeVisibleAsync();
    }

    static async Task Decide(IPage page, string state, string act)
    {
        await page.GotoAsync($"{Closed}/answers?state={state}");
        await page.Locator("input[name=answer]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = act }).ClickAsync();
    }

    /// <summary>A letter that came while the call was open.</summary>
    async Task KeyIn(string text)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/api/v1/consultations/library-hours/submissions");
        ask.Content = JsonContent.Create(new { sender = new { }, opinions = new[] { new { text } }, channel = "counter", receivedOn = $"{DateTime.UtcNow.AddDays(-32):yyyy-MM-dd}" });
        ask.Headers.Authorization = new("Bearer", "demo-staff");
        using var answer = await site.Program.Http.SendAsync(ask);
        answer.EnsureSuccessStatusCode();
    }

    async Task<IPage> SignedIn(string who, int width = 768)
    {
        var page = await site.Visitor(width);
        await page.SignIn($"{who}@example.jp", "Kamaishi-2026!");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }

    static async Task SentAway(IPage page, string path)
    {
        await page.GotoAsync(path);
        await Expect(page).ToHaveURLAsync(new Regex("/staff/not-allowed"));
    }
}
