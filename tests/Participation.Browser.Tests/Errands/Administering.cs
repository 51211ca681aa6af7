using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>An administrator says who may do what; the people see what came of it.</summary>
public sealed class Administering(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_role_of_one_space_is_given_used_taken_and_given_back(bool script)
    {
        var who = script ? "moderator" : "facilitator";
        var page = await SignedIn("admin", script);
        await page.GetByRole(AriaRole.Link, new() { Name = "利用者と役割" }).ClickAsync();
        await page.GetByLabel("氏名かメールアドレスの一部").FillAsync(who);
        await page.GetByRole(AriaRole.Button, new() { Name = "探す" }).ClickAsync();
        await page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "この役割を与える" }).ClickAsync();
        await Expect(page.Locator("#give-reason-error")).ToBeVisibleAsync();
        await page.Locator("#give-role").SelectOptionAsync("staff");
        await page.Locator("#give-space").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("#give-reason").FillAsync("計画づくりの応援");
        await page.GetByRole(AriaRole.Button, new() { Name = "この役割を与える" }).ClickAsync();
        await Expect(page.GetByText("役割を与えました。")).ToBeVisibleAsync();
        if (script) await page.ShouldFindNothing();

        var person = await SignedIn(who, script);
        await person.GotoAsync("/account/rights");
        await Expect(person.GetByText("計画づくりの応援")).ToBeVisibleAsync();
        await Expect(person.GetByText("受付簿を読む").First).ToBeVisibleAsync();
        if (script) await person.ShouldFindNothing();
        await person.GotoAsync("/staff");
        await person.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(person.GetByRole(AriaRole.Link, new() { Name = "CSVで書き出す" })).ToBeVisibleAsync();
        await person.GotoAsync("/staff/consultations/bicycle-path");
        await Expect(person.GetByRole(AriaRole.Heading, new() { Name = "権限がありません" })).ToBeVisibleAsync();
        await person.GotoAsync("/staff/people");
        await Expect(person.GetByRole(AriaRole.Heading, new() { Name = "権限がありません" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "（職員" }).ClickAsync();
        await page.Locator("#take-reason").FillAsync("応援が終わったため");
        await page.GetByRole(AriaRole.Button, new() { Name = "役割を外す" }).ClickAsync();
        await Expect(page.GetByText("役割を外しました。")).ToBeVisibleAsync();
        await person.GotoAsync("/staff");
        await Expect(person.GetByRole(AriaRole.Heading, new() { Name = "権限がありません" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "元に戻す" }).ClickAsync();
        await Expect(page.GetByText("役割を元に戻しました。")).ToBeVisibleAsync();
        await person.GotoAsync("/staff");
        await Expect(person.GetByRole(AriaRole.Heading, new() { Name = "職員のページ" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_open_call_is_extended_never_cut_short_and_the_public_reads_why(bool script)
    {
        const string slug = "plan-2030";
        var page = await SignedIn("staff", script);
        await page.GotoAsync($"/staff/consultations/{slug}");
        await page.GetByRole(AriaRole.Link, new() { Name = "募集の内容を変える" }).ClickAsync();
        var closes = DateOnly.Parse(await page.Locator("#closes").InputValueAsync(), CultureInfo.InvariantCulture);
        async Task CloseOn(DateOnly day, string reason)
        {
            await page.Locator("#closes").FillAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            await page.Locator("#reason").FillAsync(reason);
            await page.GetByRole(AriaRole.Button, new() { Name = "変更を公表する" }).ClickAsync();
        }

        await CloseOn(closes.AddDays(-1), "");
        await Expect(page.Locator("#closes-error")).ToBeVisibleAsync();
        await Expect(page.Locator("#reason-error")).ToBeVisibleAsync();
        if (script) await page.ShouldFindNothing();
        await CloseOn(closes.AddDays(7), "大雪で窓口に来られない方がいたため");
        await Expect(page.GetByText("変更を公表しました。")).ToBeVisibleAsync();
        if (script) await page.ShouldFindNothing();

        await page.GotoAsync($"/consultations/{slug}");
        await Expect(page.GetByText("大雪で窓口に来られない方がいたため").First).ToBeVisibleAsync();
        if (script) await page.ShouldFindNothing();
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        var page = await SignedIn("admin", script: true);
        await page.GotoAsync("/staff/people?role=administrator");
        await page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "（管理者" }).ClickAsync();
        await page.Locator("#take-reason").FillAsync("退職");
        await page.GetByRole(AriaRole.Button, new() { Name = "役割を外す" }).ClickAsync();
        await Expect(page.GetByText("最後の管理者の役割は外せません。")).ToBeVisibleAsync();
        await page.ShouldFindNothing();
    }

    [Fact]
    public async Task What_a_role_may_do_is_listed_and_a_council_member_works_nowhere()
    {
        var page = await SignedIn("admin", script: true);
        await page.GotoAsync("/staff/rights");
        await page.Locator("#role").SelectOptionAsync("moderator");
        await page.GetByRole(AriaRole.Button, new() { Name = "探す", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Table)).Not.ToContainTextAsync("サインインした人");
        await page.ShouldFindNothing();
        await page.Locator("#role").SelectOptionAsync("council");
        await page.GetByRole(AriaRole.Button, new() { Name = "探す", Exact = true }).ClickAsync();
        await Expect(page.GetByText("この役割だけに許されることはありません。")).ToBeVisibleAsync();
        await page.ShouldFindNothing();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_is_shown_once_and_revoked_by_typing_its_name(bool script)
    {
        var (page, name) = (await SignedIn("citizen", script), $"統計 {script}");
        await page.GotoAsync("/account/tokens");
        await page.Locator("#name").FillAsync(name);
        await page.Locator("#scope").SelectOptionAsync("Read");
        await page.Locator("#days").SelectOptionAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = "トークンを作る" }).ClickAsync();
        var token = await page.Locator("#token").InnerTextAsync();
        Assert.StartsWith("sanka_", token, StringComparison.Ordinal);
        if (script) await page.ShouldFindNothing();
        await page.GotoAsync("/account/tokens");
        await Expect(page.Locator("body")).Not.ToContainTextAsync(token);

        await page.GetByRole(AriaRole.Link, new() { Name = $"（{name}）" }).ClickAsync();
        await page.Locator("#typed").FillAsync("ちがう名前");
        await page.GetByRole(AriaRole.Button, new() { Name = "無効にする" }).ClickAsync();
        await Expect(page.Locator("#typed-error")).ToBeVisibleAsync();
        await page.Locator("#typed").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "無効にする" }).ClickAsync();
        await Expect(page.GetByText("トークンを無効にしました。")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task People_come_from_a_file_and_what_can_not_be_taken_is_named()
    {
        var page = await SignedIn("admin", script: true);
        await page.GotoAsync("/staff/offices");
        await page.GetByLabel("担当課の名前").FillAsync("観光課");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Table).GetByText("観光課", new() { Exact = true })).ToBeVisibleAsync();
        await page.ShouldFindNothing();

        await page.GotoAsync("/staff/people/import");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload
        {
            Name = "名簿.csv", MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("氏名,メールアドレス,役割,担当課\n根浜 ひかり,nehama@example.jp,職員,観光課\n橋野 たかし,hashino@example.jp,職員,鉱山課\n"),
        });
        await page.Locator("#reason").FillAsync("4月の異動");
        await page.GetByRole(AriaRole.Button, new() { Name = "登録する" }).ClickAsync();
        await Expect(page.GetByText("1人を新しく登録し")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync("その担当課はありません。");
        await page.ShouldFindNothing();
        await page.GotoAsync("/staff/people?q=nehama");
        await Expect(page.GetByRole(AriaRole.Table)).ToContainTextAsync("職員（観光課）");
    }

    async Task<IPage> SignedIn(string who, bool script)
    {
        var page = await site.Visitor(width: 768, script: script);
        await page.GotoAsync("/staff/sign-in");
        await page.GetByLabel("メール").FillAsync($"{who}@example.jp");
        await page.GetByLabel("パスワード").FillAsync("Kamaishi-2026!");
        await page.GetByRole(AriaRole.Button, new() { Name = "サインイン" }).ClickAsync();
        return page;
    }
}
