using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Somebody proves to the city who they are, so that they may vote.</summary>
public sealed class BeingKnown(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_citizen_asks_for_a_letter_staff_post_it_and_its_code_is_typed_in()
    {
        var citizen = await SignedIn("citizen");
        await citizen.GotoAsync("/account/standing");
        await Expect(citizen.GetByText("メールアドレスを確認しました")).ToBeVisibleAsync();
        await citizen.GetByRole(AriaRole.Button, new() { Name = "手紙を頼む" }).ClickAsync();
        await Expect(citizen.Locator("#born-error")).ToBeVisibleAsync();
        await citizen.ShouldFindNothing();
        await citizen.GetByLabel("お名前").FillAsync("佐藤 さくら");
        await citizen.GetByLabel("生年月日").FillAsync("1986-01-11");
        await citizen.GetByLabel("ご住所").FillAsync("甲子町1-2");
        await citizen.GetByRole(AriaRole.Button, new() { Name = "手紙を頼む" }).ClickAsync();
        await Expect(citizen.GetByText("手紙を準備しています")).ToBeVisibleAsync();

        var staff = await SignedIn("staff");
        await staff.GotoAsync("/staff/standings");
        var code = await staff.Locator(".receipt-secret").InnerTextAsync();
        await staff.ShouldFindNothing();
        await staff.GetByRole(AriaRole.Button, new() { Name = "（佐藤 さくら" }).ClickAsync();
        await Expect(staff.GetByText("お送りする手紙はありません")).ToBeVisibleAsync();
        await Expect(staff.Locator("main")).Not.ToContainTextAsync("佐藤");

        await citizen.GotoAsync("/account/standing");
        await citizen.GetByLabel("確認コード").FillAsync(code.ToLowerInvariant());
        await citizen.GetByRole(AriaRole.Button, new() { Name = "確認する" }).ClickAsync();
        await Expect(citizen.GetByText(new Regex("^本人を確認しました"))).ToBeVisibleAsync();
        await citizen.ShouldFit();
    }

    [Fact]
    public async Task An_administrator_gives_a_roll_and_hears_of_its_doubled_rows()
    {
        var page = await SignedIn("admin");
        await page.GotoAsync("/staff/rolls");
        await page.GetByLabel("名簿の名前").FillAsync("選挙人名簿");
        await page.GetByLabel("使える期限").FillAsync("2027-03-31");
        await page.GetByLabel("CSVファイル").SetInputFilesAsync(new FilePayload
        {
            Name = "roll.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("name,born,number\n佐藤 一,1986-01-11,\n佐藤一,1986-01-11,\n鈴木 二,1990-02-03,\n"),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "名簿を登録する" }).ClickAsync();
        await Expect(page.GetByText("2人を登録しました")).ToBeVisibleAsync();
        await Expect(page.GetByText("3行目")).ToBeVisibleAsync();
        await page.ShouldFindNothing();

        await page.GetByRole(AriaRole.Link, new() { Name = "（選挙人名簿" }).ClickAsync();
        await page.Locator("#typed").FillAsync("名簿");
        await page.GetByRole(AriaRole.Button, new() { Name = "終わりにする" }).ClickAsync();
        await Expect(page.Locator("#typed-error")).ToBeVisibleAsync();
        await page.ShouldFindNothing();
        await page.Locator("#typed").FillAsync("選挙人名簿");
        await page.GetByRole(AriaRole.Button, new() { Name = "終わりにする" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "（選挙人名簿" })).ToHaveCountAsync(0);
    }

    async Task<IPage> SignedIn(string who)
    {
        var page = await site.Visitor();
        await page.SignIn($"{who}@example.jp", "Kamaishi-2026!");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }
}
