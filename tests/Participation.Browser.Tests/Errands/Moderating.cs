using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Somebody reports an opinion; a moderator works through what waits.</summary>
public sealed class Moderating(Site site) : IClassFixture<Site>
{
    const string Call = "/consultations/plan-2030";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_opinion_is_reported_hidden_before_everybodys_eyes_and_appealed(bool script)
    {
        var receipt = await Submit($"あの人はうそつきだ {script}");
        var sequence = receipt.GetProperty("sequence").GetInt64();
        var reader = await site.Visitor(script: script);
        await reader.GotoAsync(Call);
        await reader.Locator($"#opinion-{sequence}").GetByRole(AriaRole.Link, new() { Name = "報告する" }).ClickAsync();
        await reader.GetByRole(AriaRole.Button, new() { Name = "報告する" }).ClickAsync();
        await Expect(reader.Locator(".field-error")).ToBeVisibleAsync();
        if (script) await reader.ShouldFindNothing();
        await reader.GetByLabel("誹謗中傷").CheckAsync();
        await reader.GetByRole(AriaRole.Button, new() { Name = "報告する" }).ClickAsync();
        await Expect(reader.GetByText("お知らせありがとうございます")).ToBeVisibleAsync();

        var watching = await site.Visitor();
        await watching.GotoAsync(Call);
        await Expect(watching.Locator($"#opinion-{sequence}")).ToContainTextAsync("うそつき");
        var moderator = await SignedIn(script);
        await Expect(moderator.Locator("main")).ToContainTextAsync("うそつき");
        if (script) await moderator.ShouldFindNothing();
        await moderator.GetByRole(AriaRole.Button, new() { Name = "表示しない：誹謗中傷" }).ClickAsync();
        await Expect(moderator.GetByText("決定を記録しました")).ToBeVisibleAsync();
        // Open pages hear of it; pages opened later say why.
        await Expect(watching.Locator($"#opinion-{sequence}")).Not.ToContainTextAsync("うそつき");
        await reader.GotoAsync(Call);
        await Expect(reader.Locator($"#opinion-{sequence}")).ToContainTextAsync("特定の人を傷つけるおそれ");
        await Expect(reader.GetByText("本文を表示していない意見が")).ToBeVisibleAsync();

        var author = await site.Visitor(script: script);
        await author.GotoAsync($"/receipts/{receipt.GetProperty("receiptNumber").GetString()}?secret={receipt.GetProperty("receiptSecret").GetString()}");
        await author.GetByLabel("申し立ての内容").FillAsync("冗談でした");
        if (script) await author.ShouldFindNothing();
        await author.GetByRole(AriaRole.Button, new() { Name = "申し立てる" }).ClickAsync();
        await Expect(author.GetByText("別の担当者が確かめています")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_hundred_are_worked_through_by_keyboard_well_within_ten_minutes()
    {
        foreach (var i in Enumerable.Range(0, 100)) await Submit($"http://a{i}.example http://b.example http://c.example");
        var page = await SignedIn(script: true);
        var begun = DateTimeOffset.UtcNow;
        for (var i = 0; i < 100; i++)
        {
            var heading = await page.Locator("#case-heading").InnerTextAsync();
            await Expect(page.Locator("html[data-keys]")).ToBeVisibleAsync();
            await page.Keyboard.PressAsync(i % 3 is 0 ? "k" : "3");
            if (i < 99) await Expect(page.Locator("#case-heading")).Not.ToHaveTextAsync(heading);
        }
        await Expect(page.GetByText("決定を記録しました")).ToBeVisibleAsync();
        Assert.InRange(DateTimeOffset.UtcNow - begun, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        await Expect(page.Locator("html[data-keys]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("z");
        await Expect(page.Locator("#case-heading")).ToBeVisibleAsync();
    }

    async Task<IPage> SignedIn(bool script)
    {
        var page = await site.Visitor(script: script);
        await page.SignIn("moderator@example.jp", "Kamaishi-2026!");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        await page.GotoAsync("/staff/moderation");
        return page;
    }

    async Task<JsonElement> Submit(string text)
    {
        using var http = new HttpClient { BaseAddress = new Uri(site.Program.Address) };
        var answer = await http.PostAsJsonAsync("/api/v1/consultations/plan-2030/submissions", new { sender = new { name = "某", address = "甲子町" }, opinions = new[] { new { text } } });
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }
}
