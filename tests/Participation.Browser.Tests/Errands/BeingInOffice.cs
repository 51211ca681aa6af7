using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>A council member reads what everybody reads, is shown in public if an administrator says so, and works nowhere.</summary>
public sealed class BeingInOffice(Site site) : IClassFixture<Site>
{
    const string Password = "Kamaishi-2026!";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_council_member_is_shown_followed_and_hidden_again(bool script)
    {
        var admin = await site.Visitor(script: script);
        await admin.SignIn("admin@example.jp", Password);
        await admin.GotoAsync("/staff/people?search=council@example.jp");
        await admin.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "鵜住" }).First.ClickAsync();
        var form = admin.Locator("#holder");
        await form.GetByLabel("職名").FillAsync("");
        await form.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(admin.Locator("#title-error")).ToBeVisibleAsync();
        if (script) await admin.ShouldFindNothing();
        await form.GetByLabel("公開する氏名").FillAsync("鵜住 なぎさ");
        await form.GetByLabel("職名").FillAsync("市議会議員（総務常任委員長）");
        await form.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(admin.GetByText("公開しました。")).ToBeVisibleAsync();
        await admin.ShouldFit();

        var citizen = await site.Visitor(width: 320, script: script);
        await citizen.SignIn("citizen@example.jp", Password);
        await citizen.GotoAsync("/people");
        if (script) await citizen.ShouldFindNothing();
        await citizen.GetByRole(AriaRole.Link, new() { Name = "鵜住 なぎさ" }).ClickAsync();
        await Expect(citizen.GetByText("市議会議員（総務常任委員長）")).ToBeVisibleAsync();
        await Expect(citizen.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("@");
        if (script) await citizen.ShouldFindNothing();
        await citizen.ShouldFit();
        if (script)
        {
            await citizen.GetByRole(AriaRole.Button, new() { Name = "フォローする" }).ClickAsync();
            await citizen.GotoAsync("/account/following");
            await Expect(citizen.GetByRole(AriaRole.Link, new() { Name = "鵜住 なぎさ" })).ToBeVisibleAsync();
        }
        var page = citizen.Url.Contains("/people/", StringComparison.Ordinal) ? citizen.Url : $"{site.Program.Address}/people/unosumai";

        await form.GetByRole(AriaRole.Button, new() { Name = "公開をやめる" }).ClickAsync();
        await Expect(admin.GetByText("公開をやめました")).ToBeVisibleAsync();
        Assert.Equal(404, (await citizen.GotoAsync(page))!.Status);
        await form.GetByRole(AriaRole.Button, new() { Name = "公開する" }).ClickAsync();
        await Expect(admin.GetByText("公開しました。")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("council")]
    [InlineData("citizen")]
    [InlineData("facilitator")]
    [InlineData("moderator")]
    public async Task Who_is_no_member_of_staff_reads_what_they_may_and_sees_no_ledger(string who)
    {
        var page = await site.Visitor();
        await page.SignIn($"{who}@example.jp", Password);
        await page.GotoAsync("/account/rights");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        foreach (var path in new[] { "/staff/consultations/plan-2030/submissions", "/staff/consultations/plan-2030/submissions/sender", "/staff/people", "/staff/jobs", "/staff/disposals" })
            await SentAway(page, path);
        await page.ShouldFindNothing();
    }

    [Theory]
    [InlineData("staff")]
    [InlineData("approver")]
    public async Task Staff_and_approvers_find_a_sender_and_are_sent_away_from_what_an_administrator_alone_may(string who)
    {
        var page = await site.Visitor(width: 320);
        await page.SignIn($"{who}@example.jp", Password);
        await page.GotoAsync("/staff/consultations/plan-2030/submissions/sender");
        await page.GetByLabel("氏名またはメールアドレス").FillAsync("だれでもない人");
        await page.GetByRole(AriaRole.Button, new() { Name = "探す", Exact = true }).ClickAsync();
        await Expect(page.GetByText("見つかりませんでした")).ToBeVisibleAsync();
        await page.ShouldFindNothing();
        await page.ShouldFit();
        foreach (var path in new[] { "people", "people/import", "offices", "rights", "mail", "health", "disposals", "jobs" }) await SentAway(page, $"/staff/{path}");
    }

    [Fact]
    public async Task An_administrator_runs_a_job_now()
    {
        var page = await site.Visitor(width: 320);
        await page.SignIn("admin@example.jp", Password);
        await page.GotoAsync("/staff/jobs");
        await page.ShouldFindNothing();
        await page.GetByRole(AriaRole.Button, new() { Name = "（お知らせとまとめのメール" }).ClickAsync();
        await Expect(page.GetByText("「お知らせとまとめのメール」を行いました。")).ToBeVisibleAsync();
        await page.ShouldFit();
    }

    static async Task SentAway(IPage page, string path)
    {
        await page.GotoAsync(path);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/staff/not-allowed"));
    }
}
