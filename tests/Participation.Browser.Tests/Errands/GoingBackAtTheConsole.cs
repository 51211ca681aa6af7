using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Whoever runs a session takes suggested clusters and takes back what they did, on a page that was opened anew.</summary>
public sealed class GoingBackAtTheConsole(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Suggestions_are_taken_by_a_press_and_taken_back_from_the_list(bool byKeyboard)
    {
        var workshop = await Workshop.Open(site, hidden: false);
        var (desk, phone) = (workshop.Facilitator, await workshop.Join(0));
        var hand = new Hand(desk, byKeyboard);
        foreach (var text in new[] { "図書館を夜も開けてほしい", "夜の図書館で勉強したい", "坂道の街灯が暗い", "街灯を坂道にふやす" }) await Workshop.Write(phone, text);
        await workshop.Stage("まとめる");
        await hand.Follow(desk.GetByRole(AriaRole.Link, new() { Name = "候補を探す" }));
        await Expect(desk.Locator(".suggested > li")).ToHaveCountAsync(2);
        await desk.ShouldFindNothing();
        await Expect(phone.Locator(".stack-of-notes")).ToHaveCountAsync(0);
        await hand.Send(desk.Locator(".suggested > li").Filter(new() { HasText = "図書館" }).GetByRole(AriaRole.Button));
        await Expect(phone.Locator(".stack-of-notes .note")).ToHaveCountAsync(2);
        await hand.Choose(desk.Locator(".suggested input[type=checkbox]"));
        await hand.Send(desk.GetByRole(AriaRole.Button, new() { Name = "選んだものをまとめる" }));
        await Expect(phone.Locator(".stack-of-notes")).ToHaveCountAsync(2);

        await desk.GotoAsync($"/staff/sessions/{workshop.Code}");
        await hand.Send(desk.Locator("#undo button").First);
        await Expect(phone.Locator(".stack-of-notes")).ToHaveCountAsync(1);
        await hand.Send(desk.Locator("#undo button").First);
        await Expect(phone.Locator(".stack-of-notes")).ToHaveCountAsync(0);
        await hand.Send(desk.Locator("#undo button").First);
        await Expect(desk.Locator(".stages [aria-pressed=true]")).ToHaveTextAsync("書く");
        await Expect(desk.GetByText("まだありません。")).ToBeVisibleAsync();
        await desk.ShouldFindNothing();
    }
}
