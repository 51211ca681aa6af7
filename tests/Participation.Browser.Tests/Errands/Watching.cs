using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Everybody watches the opinions arrive.</summary>
public sealed class Watching(Site site) : IClassFixture<Site>
{
    const string Slug = "plan-2030";
    const string Consultation = $"/consultations/{Slug}";

    [Fact]
    public async Task New_opinions_are_offered_and_shown_when_the_reader_asks()
    {
        var page = await Watch();
        var total = await Total(page);
        var (first, second) = ($"一つめ {Guid.NewGuid():N}", $"二つめ {Guid.NewGuid():N}");
        await site.Program.Submit(Slug, first);
        await site.Program.Submit(Slug, second);

        var offer = page.GetByRole(AriaRole.Button, new() { Name = "2件の新しい意見" });
        await Expect(offer).ToBeVisibleAsync();
        await Expect(page.GetByText(first)).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-total-count]")).ToHaveTextAsync($"{total + 2}");
        await Expect(page.Locator("[data-feed-announce]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("件の新しい意見"));
        await offer.ClickAsync();
        await Expect(page.Locator(".feed > li").First).ToContainTextAsync(second);
        await Expect(page.Locator(".feed > li").Nth(1)).ToContainTextAsync(first);
        await page.ShouldFindNothing();
    }

    [Fact]
    public async Task After_a_lost_connection_the_feed_catches_up_without_a_gap_or_a_double()
    {
        var page = await Watch();
        var total = await Total(page);
        await site.Program.Kill();
        await Expect(page.GetByText("接続が切れました")).ToBeVisibleAsync();
        await site.Program.Start();
        var texts = Enumerable.Range(1, 3).Select(i => $"戻ったあとの声 {i} {Guid.NewGuid():N}").ToList();
        foreach (var text in texts) await site.Program.Submit(Slug, text);

        // Backing off, the page may take its time to come back.
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "3件の新しい意見" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.Locator("[data-total-count]")).ToHaveTextAsync($"{total + 3}");
        await page.GetByRole(AriaRole.Button, new() { Name = "3件の新しい意見" }).ClickAsync();
        foreach (var text in texts) await Expect(page.GetByText(text)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_opinion_that_arrives_never_touches_a_form_that_is_being_written()
    {
        var page = await site.Visitor();
        await page.GotoAsync($"{Consultation}/submit");
        await page.Locator("#opinions-0-text").FillAsync("まだ書いています");
        await site.Program.Submit(Slug, $"よそからの声 {Guid.NewGuid():N}");
        var onlooker = await Watch();
        await Expect(onlooker.GetByText("よそからの声").First).ToBeVisibleAsync();

        await Expect(page.Locator("#opinions-0-text")).ToBeFocusedAsync();
        await Expect(page.Locator("#opinions-0-text")).ToHaveValueAsync("まだ書いています");
    }

    [Fact]
    public async Task The_hall_screen_shows_what_arrives_by_itself()
    {
        var page = await site.Visitor(width: 1280);
        await page.GotoAsync($"{Consultation}/hall");
        await ToBeLive(page);
        var text = $"会場にも届く声 {Guid.NewGuid():N}";
        await site.Program.Submit(Slug, text);
        await Expect(page.Locator(".feed > li").First).ToContainTextAsync(text);
        await page.ShouldFindNothing();
    }

    [Fact]
    public async Task A_withdrawn_opinion_leaves_every_page()
    {
        var text = $"やはり取り下げます {Guid.NewGuid():N}";
        var receipt = await site.Program.Submit(Slug, text);
        var onlooker = await Watch();
        await Expect(onlooker.GetByText(text)).ToBeVisibleAsync();

        var page = await site.Visitor(width: 320);
        await page.GotoAsync("/receipts");
        await page.GetByLabel("受付番号").FillAsync(receipt.GetProperty("receiptNumber").GetString()!.ToLowerInvariant());
        await page.GetByLabel("確認番号").FillAsync(receipt.GetProperty("receiptSecret").GetString()!);
        await page.GetByRole(AriaRole.Button, new() { Name = "表示する" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "この提出を取り下げる" }).ClickAsync();
        await page.ShouldFindNothing();
        await page.ShouldFit();
        await page.GetByRole(AriaRole.Button, new() { Name = "取り下げる" }).ClickAsync();
        await Expect(page.GetByText("に取り下げました。")).ToBeVisibleAsync();

        await Expect(onlooker.GetByText(text)).ToHaveCountAsync(0);
        await onlooker.ReloadAsync();
        await Expect(onlooker.GetByText(text)).ToHaveCountAsync(0);
    }

    async Task<IPage> Watch()
    {
        var page = await site.Visitor();
        await page.GotoAsync(Consultation);
        await ToBeLive(page);
        return page;
    }

    /// <summary>The island says so on the page's root when it has caught up.</summary>
    static Task ToBeLive(IPage page) => Expect(page.Locator("[data-live='live']")).ToHaveCountAsync(1);

    static async Task<int> Total(IPage page) =>
        int.Parse((await page.Locator("[data-total-count]").TextContentAsync())!.Trim(), System.Globalization.CultureInfo.InvariantCulture);
}
