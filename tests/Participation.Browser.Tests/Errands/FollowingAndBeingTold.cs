using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using Participation.Domain.Time;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>A citizen follows how a plan is made, hears of a new call, and has enough of the mail.</summary>
public sealed class FollowingAndBeingTold(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task From_the_button_to_the_notice_and_the_mail_and_out_of_it_again()
    {
        var page = await site.Visitor(width: 320);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "総合計画 後期基本計画をつくる" }).ClickAsync();
        var address = new Uri(page.Url).AbsolutePath;
        await page.GetByRole(AriaRole.Link, new() { Name = "フォローする" }).ClickAsync();
        await Expect(page.GetByLabel("パスワード")).ToBeVisibleAsync();
        var email = Newcomer.NewAddress();
        await page.Register(email);

        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "フォローする" }).ClickAsync();
        await Expect(page.GetByText("フォロー中")).ToBeVisibleAsync();
        await page.ShouldFindNothing();
        await page.ShouldFit();

        var slug = await Announce(address.Split('/')[^1]);
        await TestKit.Wait.Until(async () =>
        {
            await page.GotoAsync("/account/notices");
            // The head of a page is read before its list: a notice may come between them.
            return await page.Locator(".notice-line").CountAsync() is 1 && await page.Locator(".unread").CountAsync() is 1;
        });
        await Expect(page.Locator(".unread")).ToContainTextAsync("1");
        await page.ShouldFindNothing();
        await page.ShouldFit();
        await page.GetByRole(AriaRole.Button, new() { Name = "すべて読んだことにする" }).ClickAsync();
        await Expect(page.Locator(".unread")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "川べりの道の案" }).ClickAsync();
        await page.WaitForURLAsync($"**/consultations/{slug}");

        // The mail, on another device on which nobody has signed in and nothing runs.
        var phone = await site.Visitor(width: 320, script: false);
        await phone.GotoAsync(await page.LinkMailedTo(email, "/account/unsubscribe"));
        await phone.ShouldFit();
        await phone.GetByRole(AriaRole.Button, new() { Name = "メールを止める" }).ClickAsync();
        await Expect(phone.GetByText("お知らせのメールを止めました。")).ToBeVisibleAsync();

        await page.GotoAsync("/account/following");
        await Expect(page.GetByLabel("メールは受け取らない")).ToBeCheckedAsync();
        await page.ShouldFindNothing();
        await page.ShouldFit();
        await page.GetByLabel("一週間分をまとめて").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "受け取り方を保存する" }).ClickAsync();
        await Expect(page.GetByText("変更しました。")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("一週間分をまとめて")).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "フォローをやめる" }).ClickAsync();
        await Expect(page.GetByText("フォローしているものはありません。")).ToBeVisibleAsync();
    }

    /// <summary>Staff announce a call in the space.</summary>
    async Task<string> Announce(string space)
    {
        var slug = $"c-{Guid.NewGuid():N}";
        var today = JapanTime.DayOf(DateTimeOffset.UtcNow, JapanTime.Zone);
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/api/v1/consultations")
        {
            Content = JsonContent.Create(new { slug, space, title = "川べりの道の案", opens = $"{today.AddDays(5):yyyy-MM-dd}", closes = $"{today.AddDays(40):yyyy-MM-dd}" }),
        };
        ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "demo-staff");
        using var answer = await site.Program.Http.SendAsync(ask);
        answer.EnsureSuccessStatusCode();
        return slug;
    }
}
