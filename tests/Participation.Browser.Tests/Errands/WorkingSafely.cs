using System.Net;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using Participation.Data;
using Participation.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>A city that asks its staff for a second step.</summary>
public sealed class CarefulSite : Site
{
    protected override Task<ServerProcess> Serve(DatabaseOptions options) => ServerProcess.Start(options, ("Accounts__StaffSecondFactor", "true"));
}

public sealed class WorkingSafely(CarefulSite site) : IClassFixture<CarefulSite>
{
    const string Password = "Kamaishi-2026!";

    [Fact]
    public async Task Staff_set_up_a_second_step_before_they_work()
    {
        var page = await site.Visitor(width: 768);
        await page.SignIn("staff@example.jp", Password);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "マイページ" })).ToBeVisibleAsync();
        Assert.Equal((int)HttpStatusCode.Forbidden, (await page.APIRequest.GetAsync("/staff/consultations/plan-2030/ledger.csv")).Status);
        await page.GotoAsync("/staff");
        await Expect(page.GetByText("職員の画面を開くには、二つ目の確認が要ります")).ToBeVisibleAsync();
        await page.ShouldFindNothing();

        await page.GetByRole(AriaRole.Link, new() { Name = "認証アプリを加える" }).ClickAsync();
        var key = await page.Locator(".app-key").InnerTextAsync();
        await page.GetByLabel("確認の数字").FillAsync(AppCodes.For(key));
        await page.GetByLabel("いまのパスワード").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "このアプリを使う" }).ClickAsync();
        await Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        await page.GotoAsync("/staff");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "総合計画 後期基本計画（案）への意見募集" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        await page.SignIn("staff@example.jp", Password);
        await page.GetByLabel("確認の数字").FillAsync(AppCodes.For(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする" }).ClickAsync();
        await page.GotoAsync("/staff");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "総合計画 後期基本計画（案）への意見募集" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Citizens_are_asked_for_nothing_and_programs_go_on_with_their_tokens()
    {
        var page = await site.Visitor();
        await page.SignIn("citizen@example.jp", Password);
        await page.GotoAsync("/staff");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "権限がありません" })).ToBeVisibleAsync();
        Assert.NotEqual(0, (await site.Program.Ledger("plan-2030")).GetProperty("items").GetArrayLength());
    }
}
