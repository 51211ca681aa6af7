using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Somebody reads the plan, finds a place in it and passes it on.</summary>
public sealed class ReadingAPlan(Site site) : IClassFixture<Site>
{
    const string Plan = "/consultations/plan-2030/plan";

    [Fact]
    public async Task The_contents_and_the_address_follow_the_reader()
    {
        var page = await site.Visitor(width: 1280);
        await page.GotoAsync(Plan);
        var last = page.Locator(".contents a").Last;
        var anchor = await last.GetAttributeAsync("href");
        await page.Locator($"section[id='{anchor![1..]}']").EvaluateAsync("section => section.scrollIntoView()");
        await Expect(page.Locator(".contents [aria-current=location]")).ToHaveCountAsync(1);
        await page.WaitForURLAsync(url => url.Contains('#', StringComparison.Ordinal));
        var kept = new Uri(page.Url).Fragment;
        await Expect(page.Locator($".contents a[href='{kept}']")).ToHaveAttributeAsync("aria-current", "location");
    }

    [Fact]
    public async Task A_passage_somebody_was_sent_to_stays_in_the_address()
    {
        var page = await site.Visitor(width: 1280);
        await page.GotoAsync(Plan);
        var passage = await page.Locator("[data-passage]").Nth(5).GetAttributeAsync("id");
        await page.GotoAsync($"{Plan}?q=#{passage}");
        await Expect(page.Locator(".contents [aria-current=location]")).ToHaveCountAsync(1);
        // Longer than the island waits before it writes the address.
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 400))");
        Assert.EndsWith($"#{passage}", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_a_word_is_found_its_place_opened_and_commented()
    {
        var page = await site.Visitor(width: 360, script: false);
        await page.GotoAsync(Plan);
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "本文の中をさがす" }).FillAsync("郷土芸能");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "さがす" }).ClickAsync();
        await Expect(page.Locator("article mark").First).ToHaveTextAsync("郷土芸能");
        await page.Locator(".passage", new() { Has = page.Locator("mark") }).First.Locator(".passage-here").ClickAsync();
        await Expect(page.Locator("blockquote")).ToContainTextAsync("郷土芸能");
        await page.ShouldFit();
        await page.GetByRole(AriaRole.Link, new() { Name = "この箇所に意見を書く" }).ClickAsync();
        await Expect(page.Locator(".opinion-quote")).ToContainTextAsync("郷土芸能");
    }
}
