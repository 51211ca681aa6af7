using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>What only one phone knows, its dots and supports, stays on its screen when a page made before them arrives after them.</summary>
public sealed class PagesOvertaken(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_support_stays_pressed_when_an_older_page_arrives()
    {
        var workshop = await Workshop.Open(site, hidden: false, questions: true);
        var (asker, phone) = (await workshop.Join(0), await workshop.Join(1));
        await Workshop.Ask(asker, "橋はいつできますか");
        var support = Workshop.Note(phone, "橋はいつできますか").GetByRole(AriaRole.Button, new() { Name = "わたしも聞きたい" });
        await Expect(support).ToBeVisibleAsync();
        var page = await HeldPage.Of(phone);
        await workshop.Facilitator.Locator("#timer button").First.ClickAsync();
        await page.Made;
        await support.ClickAsync();
        await Settled(phone);
        page.Arrive();
        await Expect(phone.Locator("[data-timer]")).ToBeVisibleAsync();
        await Expect(support).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Workshop.Note(phone, "橋はいつできますか").GetByText("聞きたい人：1人")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Dots_given_one_after_the_other_are_all_counted_when_the_page_made_after_the_first_arrives_last()
    {
        var workshop = await Workshop.Open(site, hidden: false);
        var phone = await workshop.Join(0);
        await Workshop.Write(phone, "本屋");
        await workshop.Stage("選ぶ");
        var give = Workshop.Note(phone, "本屋").GetByRole(AriaRole.Button, new() { Name = "点を置く" });
        await Expect(give).ToBeVisibleAsync();
        var page = await HeldPage.Of(phone);
        await give.ClickAsync();
        await page.Made;
        await give.ClickAsync();
        await Settled(phone);
        page.Arrive();
        await Expect(phone.GetByText("残りの点：1")).ToBeVisibleAsync();
    }

    /// <summary>What is on its way stands in the outbox from the press to the answer.</summary>
    static async Task Settled(IPage phone) =>
        await phone.WaitForFunctionAsync("() => !Object.keys(localStorage).some(key => key.startsWith('board-outbox:'))");
}
