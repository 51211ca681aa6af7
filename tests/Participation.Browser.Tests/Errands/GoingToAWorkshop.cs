using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>A citizen of 75 signs up for a workshop on a phone; the hall is full, somebody leaves, and the day moves.</summary>
public sealed class GoingToAWorkshop(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_page_to_the_letter_the_waiting_list_and_the_new_day(bool script)
    {
        var staff = await site.Visitor(width: 1280);
        await staff.SignIn("staff@example.jp", "Kamaishi-2026!");
        await staff.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        var slug = await Open(staff);

        // On a phone, without an account.
        var phone = await site.Visitor(width: 320, script: script);
        await phone.GotoAsync($"/series/{slug}");
        await Expect(phone.GetByText("あと1人")).ToBeVisibleAsync();
        await phone.ShouldFit();
        await phone.GetByRole(AriaRole.Link, new() { Name = "申し込む 第1回" }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "申し込む" }).ClickAsync();
        // The form says what is missing, and keeps what was typed.
        await Expect(phone.Locator(".field-error")).ToHaveCountAsync(2);
        var first = Newcomer.NewAddress();
        await SignUp(phone, first, "釜石 花子");
        await phone.ShouldFit();

        var second = await site.Visitor(width: 320, script: script);
        await second.GotoAsync($"/series/{slug}/1/sign-up");
        await Expect(second.GetByText("いま満席です。")).ToBeVisibleAsync();
        var waiting = Newcomer.NewAddress();
        await SignUp(second, waiting, "鵜住居 太郎");
        await second.GotoAsync(await second.LinkMailedTo(waiting, "/sign-ups/"));
        await Expect(second.GetByText("キャンセル待ちの1番目です。")).ToBeVisibleAsync();
        await second.ShouldFit();

        // The first can't come: by the letter's link, without signing in.
        await phone.GotoAsync(await phone.LinkMailedTo(first, "/sign-ups/"));
        await Expect(phone.GetByText("参加いただけます。")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "申込みを取り消す" }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "申込みを取り消す" }).ClickAsync();
        await Expect(phone.GetByText(new Regex("に取り消しました。"))).ToBeVisibleAsync();
        await second.ReloadAsync();
        await Expect(second.GetByText("参加いただけます。")).ToBeVisibleAsync();

        // Staff put the day off and say why; the old day stays readable.
        await staff.GotoAsync($"/staff/series/{slug}/meetings/1");
        await staff.GetByText("延期する").First.ClickAsync();
        await staff.GetByLabel("理由").First.FillAsync("大雪のため");
        await staff.GetByRole(AriaRole.Button, new() { Name = "延期する" }).ClickAsync();
        await Expect(staff.GetByText("日を改めました。")).ToBeVisibleAsync();
        await second.ReloadAsync();
        await Expect(second.GetByText("延期（新しい日は未定）")).ToBeVisibleAsync();
        await second.GotoAsync($"/series/{slug}");
        await Expect(second.GetByText("大雪のため")).ToBeVisibleAsync();
        await Expect(second.Locator("del")).ToBeVisibleAsync();
        await Expect(second.GetByRole(AriaRole.Link, new() { Name = "申し込む 第1回" })).ToHaveCountAsync(0);

        // Whoever calls is written down by staff.
        await staff.GotoAsync($"/staff/series/{slug}/meetings/1/people");
        await Expect(staff.GetByRole(AriaRole.Rowheader, new() { Name = "鵜住居 太郎" })).ToBeVisibleAsync();
        await staff.ShouldFindNothing();
        // Taking somebody's sign-up back is asked for twice: a letter goes out.
        await staff.GetByRole(AriaRole.Link, new() { Name = "取り消す 鵜住居 太郎" }).ClickAsync();
        await Expect(staff.GetByText("鵜住居 太郎さんの申込みを取り消しますか")).ToBeVisibleAsync();
        await staff.ShouldFindNothing();
        await staff.GetByRole(AriaRole.Link, new() { Name = "取り消さない" }).ClickAsync();
        await Expect(staff.GetByRole(AriaRole.Link, new() { Name = "取り消す 鵜住居 太郎" })).ToBeVisibleAsync();
        await staff.GetByRole(AriaRole.Link, new() { Name = "取り消す 鵜住居 太郎" }).ClickAsync();
        await staff.GetByRole(AriaRole.Button, new() { Name = "申込みを取り消す" }).ClickAsync();
        await Expect(staff.GetByRole(AriaRole.Link, new() { Name = "取り消す 鵜住居 太郎" })).ToHaveCountAsync(0);
        await staff.ShouldFit();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Staff_say_it_in_English_and_whoever_reads_English_reads_that_and_the_rest_in_Japanese(bool script)
    {
        var staff = await site.Visitor(width: 360);
        await staff.SignIn("staff@example.jp", "Kamaishi-2026!");
        await staff.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        var slug = await Open(staff);
        await staff.GotoAsync($"/staff/series/{slug}/meetings/1");
        await staff.GetByLabel("前回から引き継いだこと").FillAsync("広場の日陰\n坂の手すり");
        await staff.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Expect(staff.GetByText("保存しました。")).ToBeVisibleAsync();

        await staff.GotoAsync($"/staff/series/{slug}");
        await staff.GetByRole(AriaRole.Link, new() { Name = "ほかの言語" }).ClickAsync();
        await English(staff, "名前").FillAsync("Talks in English");
        // Of two lines: a form that ends them in its own way still knows what was translated.
        await English(staff, "前回から引き継いだこと").FillAsync("Shade in the square, a rail on the slope");
        await staff.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Expect(staff.GetByText("保存しました。")).ToBeVisibleAsync();
        await Expect(English(staff, "前回から引き継いだこと")).ToHaveValueAsync("Shade in the square, a rail on the slope");
        await staff.ShouldFit();
        await staff.ShouldFindNothing();

        var reader = await site.Visitor(width: 320, script: script, language: "en");
        await reader.GotoAsync($"/series/{slug}");
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Talks in English");
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveAttributeAsync("lang", "en");
        await Expect(reader.GetByText("Shade in the square, a rail on the slope")).ToBeVisibleAsync();
        await Expect(reader.Locator("#meeting-1 h3 [lang=ja]")).ToBeVisibleAsync();
        await reader.ShouldFit();
    }

    static ILocator English(IPage page, string what) => page.GetByRole(AriaRole.Group, new() { Name = what }).GetByLabel("English");

    static async Task SignUp(IPage page, string email, string name)
    {
        await page.GetByLabel("お名前").FillAsync(name);
        await page.GetByLabel("メールアドレス").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "申し込む" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "お申込みを受け付けました" })).ToBeVisibleAsync();
    }

    /// <summary>A series with one meeting that has one place, as staff make it.</summary>
    static async Task<string> Open(IPage staff)
    {
        var slug = $"w-{Guid.NewGuid():N}"[..20];
        await staff.GotoAsync("/staff/series/new");
        await staff.Locator("#title").FillAsync("港を話す会");
        await staff.Locator("#slug").FillAsync(slug);
        await staff.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await staff.GetByRole(AriaRole.Link, new() { Name = "回を加える" }).ClickAsync();
        await staff.GetByLabel("この回のテーマ").FillAsync("歩いて気づいたこと");
        await staff.GetByLabel("開催日").FillAsync($"{DateTimeOffset.UtcNow.AddDays(20):yyyy-MM-dd}");
        await staff.GetByLabel("開始時刻").FillAsync("13:30");
        await staff.GetByLabel("終了時刻").FillAsync("16:00");
        await staff.GetByLabel("会場").FillAsync("市民の家");
        await staff.GetByLabel("定員").FillAsync("1");
        await staff.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Expect(staff.GetByText("保存しました。")).ToBeVisibleAsync();
        await staff.GotoAsync($"/staff/series/{slug}");
        // Everybody is told, and nothing takes that back: it is asked for twice.
        await staff.GetByRole(AriaRole.Link, new() { Name = "公開する" }).ClickAsync();
        await staff.ShouldFindNothing();
        await staff.GetByRole(AriaRole.Button, new() { Name = "公開する" }).ClickAsync();
        await Expect(staff.GetByText("公開しました。")).ToBeVisibleAsync();
        return slug;
    }
}
