using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using Participation.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>One person, two tabs of one browser: two hands on the notes, one voter, one board.</summary>
public sealed class WorkingInTwoTabs(Site site) : IClassFixture<Site>
{
    const string Shown = "() => JSON.stringify([...document.querySelectorAll('[data-column-list]')].map(list => [...list.querySelectorAll('[data-note]')].map(note => [note.dataset.note, note.dataset.position])))";

    [Fact]
    public async Task What_one_tab_drags_the_other_cannot_pull_away_and_both_settle_at_one_place()
    {
        var (_, left, right) = await Sorting();
        await Lift(left, "灯台");
        // The other tab tries while the note is in the hand, and is told why it can't.
        await Expect(right.Locator("[data-board-status]")).ToBeHiddenAsync();
        await Workshop.Note(right, "灯台").Locator(".note-open").PressAsync("Alt+ArrowRight");
        await Expect(right.Locator("[data-board-status]")).ToHaveTextAsync("ほかの人がその付箋を動かしています。");
        await Expect(right.Locator("[data-column-list='0'] .note-text")).ToHaveTextAsync(["本屋", "灯台", "広場"]);

        await LetGoBelow(left, "広場");
        await Expect(left.Locator("[data-column-list='0'] .note-text")).ToHaveTextAsync(["本屋", "広場", "灯台"]);
        await Expect(right.Locator("[data-column-list='0'] .note-text")).ToHaveTextAsync(["本屋", "広場", "灯台"]);
        await Same(left, right);
    }

    [Fact]
    public async Task A_note_in_the_hand_stays_there_whatever_others_do_to_the_board_meanwhile()
    {
        var (workshop, left, right) = await Sorting();
        await Lift(left, "灯台");
        var held = left.Locator(".note-dragged");
        var element = await held.ElementHandleAsync();
        // A note is written, one is moved, one is taken away, and the whole page is made anew.
        await Workshop.Write(right, "市場");
        await Workshop.Note(right, "広場").Locator(".note-open").PressAsync("Alt+ArrowRight");
        await Expect(right.Locator("[data-column-list='1'] .note-text")).ToHaveTextAsync(["広場"]);
        await workshop.Facilitator.GetByRole(AriaRole.Button, new() { Name = "3分", Exact = true }).ClickAsync();
        await Expect(right.Locator("[data-timer]")).ToBeVisibleAsync();
        Assert.True(await element!.EvaluateAsync<bool>("e => e.isConnected && e.classList.contains('note-dragged')"));

        await LetGoBelow(left, "本屋");
        await Expect(left.Locator("[data-timer]")).ToBeVisibleAsync();
        await Expect(left.Locator("[data-column-list='1'] .note-text")).ToHaveTextAsync(["広場"]);
        await Expect(left.Locator("[data-column-list='0'] .note-text").Filter(new() { HasText = "市場" })).ToBeVisibleAsync();
        await Same(left, right);
    }

    [Fact]
    public async Task The_dots_of_one_person_are_counted_once()
    {
        var (workshop, left, right) = await Sorting();
        var hall = await workshop.Hall();
        await workshop.Stage("選ぶ");
        foreach (var tab in new[] { left, right, left })
        {
            await Give(tab).ClickAsync();
            await Expect(tab.Locator("[data-board][data-waiting='0']")).ToBeVisibleAsync();
        }
        await Expect(hall.Locator("[data-dots-given]")).ToHaveTextAsync("3");
        // The other tab still shows one left; the server knows better, and it then says so too.
        if (await Give(right).GetAttributeAsync("aria-disabled") is null) await Give(right).ClickAsync();
        await Expect(right.GetByText("残りの点：0")).ToBeVisibleAsync();
        await Expect(Give(right)).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(hall.Locator("[data-dots-given]")).ToHaveTextAsync("3");
    }

    static ILocator Give(IPage tab) => Workshop.Note(tab, "灯台").GetByRole(AriaRole.Button, new() { Name = "点を置く" });

    async Task<(Workshop, IPage Left, IPage Right)> Sorting()
    {
        var workshop = await Workshop.Open(site, hidden: false);
        var left = await workshop.Join(0, width: 1280);
        var right = await left.Context.NewPageAsync();
        // Pages are made anew after a wait drawn by chance: here the one that drags is sure to be the first.
        foreach (var (tab, chance) in new[] { (left, "0"), (right, "0.99") })
        {
            await tab.AddInitScriptAsync($"Math.random = () => {chance};");
            await tab.GotoAsync($"/b/{workshop.Code}");
            await Workshop.Live(tab);
        }
        foreach (var text in new[] { "本屋", "灯台", "広場" }) await Workshop.Write(left, text);
        await workshop.Stage("まとめる");
        foreach (var tab in new[] { left, right })
        {
            await Expect(tab.Locator("template[data-may-stack]")).ToHaveCountAsync(1);
            await Expect(tab.Locator("[data-column-list='0'] .note-text")).ToHaveTextAsync(["本屋", "灯台", "広場"]);
        }
        return (workshop, left, right);
    }

    /// <summary>Takes a note in the hand, and waits until the server knows.</summary>
    static async Task Lift(IPage tab, string text)
    {
        await tab.BringToFrontAsync();
        var (x, y) = await Middle(tab, text);
        await tab.Mouse.MoveAsync(x, y);
        await tab.Mouse.DownAsync();
        await tab.Mouse.MoveAsync(x + 20, y + 4, new() { Steps = 3 });
        await Expect(tab.Locator(".note-dragged")).ToContainTextAsync(text);
    }

    static async Task LetGoBelow(IPage tab, string text)
    {
        await tab.BringToFrontAsync();
        var box = (await Workshop.Note(tab, text).BoundingBoxAsync())!;
        await tab.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + box.Height - 4, new() { Steps = 4 });
        await tab.Mouse.UpAsync();
        await Expect(tab.Locator(".note-dragged")).ToHaveCountAsync(0);
    }

    static async Task<(float X, float Y)> Middle(IPage tab, string text)
    {
        // At once: a page that still scrolls when the button goes down has another note there.
        await Workshop.Note(tab, text).EvaluateAsync("note => note.scrollIntoView({ block: 'center', behavior: 'instant' })");
        var box = (await Workshop.Note(tab, text).Locator(".note-text").BoundingBoxAsync())!;
        return (box.X + 20, box.Y + box.Height / 2);
    }

    static async Task Same(IPage left, IPage right)
    {
        foreach (var tab in new[] { left, right }) await Expect(tab.Locator("[data-board][data-live=live]:not([data-waiting]), [data-board][data-live=live][data-waiting='0']")).ToBeVisibleAsync();
        await Expect(left.Locator(".note-waits")).ToHaveCountAsync(0);
        var (one, other) = ("", "");
        await Wait.Until(
            async () => (one = await left.EvaluateAsync<string>(Shown)) == (other = await right.EvaluateAsync<string>(Shown)), still: () => $"Left:\n{one}\nRight:\n{other}");
    }
}
