using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Whoever has given all their dots learns so at the next button, before they press it, and can take one back.</summary>
public sealed class GivingDots(Site site) : IClassFixture<Site>
{
    const string UsedUp = "置ける点は3点までです。どれかを戻すと、また置けます。";

    [Fact]
    public async Task With_none_left_the_button_stays_in_reach_of_the_keyboard_says_why_and_does_nothing()
    {
        var (workshop, phone) = await Voting();
        var (hand, given) = (new Hand(phone, byKeyboard: true), (await workshop.Hall()).Locator("[data-dots-given]"));
        for (var left = 2; left >= 0; left--)
        {
            await hand.Press(Give(phone, "本屋"));
            await Expect(phone.GetByText($"残りの点：{left}")).ToBeVisibleAsync();
        }
        foreach (var note in new[] { "本屋", "夜の図書館" })
        {
            await Expect(Give(phone, note)).ToHaveAttributeAsync("aria-disabled", "true");
            await Expect(Give(phone, note)).ToHaveAccessibleDescriptionAsync(UsedUp);
        }
        await Expect(phone.GetByText(UsedUp)).ToBeVisibleAsync();
        await phone.ShouldFindNothing();

        // What is told after a press, and whether the page went away with it.
        await phone.EvaluateAsync("""
            () => {
              const status = document.querySelector('[data-board-status]');
              window.told = [];
              new MutationObserver(() => { if (status.textContent) window.told.push(status.textContent); }).observe(status, { childList: true });
            }
            """);
        await hand.Press(Give(phone, "夜の図書館"));
        await phone.Keyboard.PressAsync(" ");
        await Expect(Give(phone, "夜の図書館")).ToBeFocusedAsync();
        Assert.Equal("[]", await phone.EvaluateAsync<string>("() => JSON.stringify(window.told)"));

        await hand.Press(Take(phone, "本屋"));
        await Expect(phone.GetByText("残りの点：1")).ToBeVisibleAsync();
        Assert.Equal("[]", await phone.EvaluateAsync<string>("() => JSON.stringify(window.told)"));
        await Expect(given).ToHaveTextAsync("2");
        await Expect(phone.GetByText(UsedUp)).ToBeHiddenAsync();
        await hand.Press(Give(phone, "夜の図書館"));
        await Expect(given).ToHaveTextAsync("3");
    }

    async Task<(Workshop, IPage)> Voting()
    {
        var workshop = await Workshop.Open(site, hidden: false);
        var phone = await workshop.Join(0);
        foreach (var text in new[] { "夜の図書館", "本屋" }) await Workshop.Write(phone, text);
        await workshop.Stage("選ぶ");
        await Expect(Give(phone, "本屋")).ToBeVisibleAsync();
        return (workshop, phone);
    }

    static ILocator Give(IPage phone, string note) => Workshop.Note(phone, note).GetByRole(AriaRole.Button, new() { Name = "点を置く" });

    static ILocator Take(IPage phone, string note) => Workshop.Note(phone, note).GetByRole(AriaRole.Button, new() { Name = "点を戻す" });
}
