using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>One note becomes two, and notes are linked: with the keyboard alone, by touch, and without script.</summary>
public sealed class TyingNotes(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Notes_are_split_and_linked_and_one_undo_brings_each_back(bool byKeyboard)
    {
        var workshop = await Workshop.Open(site, hidden: false);
        var (phone, other) = (await workshop.Join(0), await workshop.Join(1));
        var hand = new Hand(phone, byKeyboard);
        await Workshop.Write(phone, "本屋と喫茶");
        await Workshop.Write(phone, "灯台");

        await hand.Follow(Open(phone, "本屋と喫茶"));
        await hand.Write(phone.Locator("#parts"), "本屋");
        await hand.Press(Button(phone, "分ける"));
        await Expect(phone.Locator(".field-error")).ToContainTextAsync("空の行");
        await phone.ShouldFindNothing();
        await phone.Locator("#parts").FillAsync("本屋\n\n喫茶");
        await hand.Press(Button(phone, "分ける"));
        await Workshop.Live(phone);
        await Expect(other.Locator("[data-column-list='0'] .note-text")).ToHaveTextAsync(["本屋", "喫茶", "灯台"]);
        await hand.Press(Button(phone, "元に戻す"));
        await Expect(other.Locator("[data-column-list='0'] .note-text")).ToHaveTextAsync(["本屋と喫茶", "灯台"]);

        await workshop.Stage("まとめる");
        await Expect(phone.Locator("template[data-may-stack]")).ToHaveCountAsync(1);
        await hand.Follow(Open(phone, "灯台"));
        await Link(hand, "本屋と喫茶");
        await Expect(Note(other, "灯台").Locator(".note-links")).ToHaveTextAsync("つながり：「本屋と喫茶」");
        await Expect(other.Locator(".links path")).ToHaveCountAsync(1);
        await phone.ShouldFindNothing();
        await hand.Press(Button(phone, "元に戻す"));
        await Expect(other.Locator(".links")).ToHaveCountAsync(0);
        await Expect(Note(other, "灯台").Locator(".note-links")).ToBeHiddenAsync();

        await hand.Follow(Open(phone, "灯台"));
        await Link(hand, "本屋と喫茶");
        var hall = await workshop.Hall();
        await Expect(hall.Locator(".links path")).ToHaveCountAsync(1);
        // It falls with its note and is there again with it.
        await hand.Follow(Open(phone, "本屋と喫茶"));
        await hand.Press(Button(phone, "この付箋をはがす"));
        await Workshop.Live(phone);
        await Expect(hall.Locator(".links")).ToHaveCountAsync(0);
        await hand.Press(Button(phone, "元に戻す"));
        await Expect(hall.Locator(".links path")).ToHaveCountAsync(1);
        await hand.Follow(Open(phone, "灯台"));
        await hand.Press(phone.GetByRole(AriaRole.Button, new() { Name = "つながりを外す" }));
        await Workshop.Live(phone);
        await Expect(hall.Locator(".links")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Notes_are_linked_on_the_board_itself_and_Escape_leaves_all_as_it_is(bool byKeyboard)
    {
        var (workshop, phone, other) = await Sorting();
        var hand = new Hand(phone, byKeyboard);
        var told = phone.Locator("[data-board-status]");

        await hand.Press(LinkOf(phone, "灯台"));
        await Expect(told).ToHaveTextAsync("「灯台」とつなぐ付箋を選んでください。");
        await Expect(LinkOf(phone, "本屋")).ToHaveAccessibleNameAsync("これとつなぐ （本屋）");
        await phone.ShouldFindNothing();
        await phone.ShouldFit();
        await phone.Keyboard.PressAsync("Escape");
        await Expect(told).ToBeHiddenAsync();
        await Expect(LinkOf(phone, "灯台")).ToBeFocusedAsync();
        await Expect(LinkOf(phone, "灯台")).ToHaveAccessibleNameAsync("つなぐ （灯台）");

        await hand.Press(LinkOf(phone, "灯台"));
        await hand.Press(LinkOf(phone, "本屋"));
        await Expect(told).ToHaveTextAsync("「灯台」と「本屋」をつなぎました。");
        await Expect(Note(other, "灯台").Locator(".note-links")).ToHaveTextAsync("つながり：「本屋」");
        if (byKeyboard) await Expect(LinkOf(phone, "本屋")).ToBeFocusedAsync();
        await hand.Press(Button(phone, "元に戻す"));
        await Expect(Note(other, "灯台").Locator(".note-links")).ToBeHiddenAsync();

        // The other way round, and what is linked is parted by the same two steps.
        foreach (var (word, lines) in new[] { ("これとつなぐ （灯台）", 1), ("つながりを外す （灯台）", 0) })
        {
            await hand.Press(LinkOf(phone, "本屋"));
            await Expect(LinkOf(phone, "灯台")).ToHaveAccessibleNameAsync(word);
            await hand.Press(LinkOf(phone, "灯台"));
            await Expect(other.Locator(".links path")).ToHaveCountAsync(lines);
        }
        // The hall goes on to vote: there is nothing to choose any more.
        await hand.Press(LinkOf(phone, "本屋"));
        await Expect(Button(phone, "つながない")).ToBeVisibleAsync();
        await workshop.Stage("選ぶ");
        await Expect(Button(phone, "つながない")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task With_a_finger_on_the_smallest_screen_a_tap_anywhere_on_the_other_note_links_it()
    {
        var (_, phone, other) = await Sorting(width: 320, touch: true);
        await LinkOf(phone, "灯台").TapAsync();
        await phone.ShouldFit();
        await Note(phone, "本屋").Locator(".note-text").TapAsync();
        await Expect(other.Locator(".links path")).ToHaveCountAsync(1);
        await LinkOf(phone, "灯台").TapAsync();
        await Button(phone, "つながない").TapAsync();
        await Note(phone, "本屋").Locator(".note-text").TapAsync();
        await Expect(phone.Locator("[data-board-status]")).ToBeHiddenAsync();
        await Expect(other.Locator(".links path")).ToHaveCountAsync(1);
    }

    async Task<(Workshop, IPage, IPage)> Sorting(int width = 360, bool touch = false)
    {
        var workshop = await Workshop.Open(site, hidden: false);
        var (phone, other) = (await workshop.Join(0, width: width, touch: touch), await workshop.Join(1));
        foreach (var text in new[] { "本屋", "灯台" }) await Workshop.Write(phone, text);
        await workshop.Stage("まとめる");
        await Expect(LinkOf(phone, "本屋")).ToBeVisibleAsync();
        return (workshop, phone, other);
    }

    [Fact]
    public async Task Without_script_a_note_is_split_and_linked_and_the_link_taken_away()
    {
        var workshop = await Workshop.Open(site, hidden: false);
        var phone = await workshop.Join(0, script: false);
        await Workshop.Write(phone, "坂の町");
        await Open(phone, "坂の町").ClickAsync();
        await phone.Locator("#parts").FillAsync("坂\n\n町");
        await Button(phone, "分ける").ClickAsync();
        await Expect(phone.Locator(".note-text")).ToHaveTextAsync(["坂", "町"]);
        await workshop.Stage("まとめる");
        await phone.ReloadAsync();
        await Open(phone, "坂").ClickAsync();
        await phone.Locator("#other").SelectOptionAsync(new SelectOptionValue { Label = "町" });
        await Button(phone, "つなぐ").ClickAsync();
        await Expect(phone.Locator(".note-links").First).ToHaveTextAsync("つながり：「町」");
        await Open(phone, "坂").ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "つながりを外す" }).ClickAsync();
        await Expect(phone.Locator(".note-links").First).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_script_a_note_that_was_taken_away_meanwhile_is_no_longer_offered_to_be_linked()
    {
        var workshop = await Workshop.Open(site, hidden: false);
        var (phone, other) = (await workshop.Join(0, script: false), await workshop.Join(1, script: false));
        await Workshop.Write(phone, "坂の町");
        foreach (var text in new[] { "本屋", "灯台" }) await Workshop.Write(other, text);
        await workshop.Stage("まとめる");
        await phone.ReloadAsync();
        await Open(phone, "坂の町").ClickAsync();
        await phone.Locator("#other").SelectOptionAsync(new SelectOptionValue { Label = "灯台" });
        await workshop.Stage("書く");
        await other.ReloadAsync();
        await Open(other, "灯台").ClickAsync();
        await Button(other, "この付箋をはがす").ClickAsync();
        await Expect(Note(other, "灯台")).ToHaveCountAsync(0);
        await workshop.Stage("まとめる");

        await Button(phone, "つなぐ").ClickAsync();
        await Expect(phone.Locator("[data-refused] .notice")).ToBeVisibleAsync();
        await Expect(phone.Locator("#other option")).ToHaveTextAsync(["本屋"]);
    }

    static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    static ILocator LinkOf(IPage page, string text) => Note(page, text).Locator("[name=link]");

    static ILocator Open(IPage page, string text) => Note(page, text).Locator(".note-open");

    /// <summary>By its own words alone: those of a linked note stand on it too.</summary>
    static ILocator Note(IPage page, string text) => page.Locator(".note").Filter(new() { Has = page.Locator(".note-text").GetByText(text, new() { Exact = true }) });

    static async Task Link(Hand hand, string with)
    {
        var list = hand.Page.Locator("#other");
        await hand.Pick(list, (await list.Locator("option").Filter(new() { HasText = with }).GetAttributeAsync("value"))!);
        await hand.Press(Button(hand.Page, "つなぐ"));
        await Workshop.Live(hand.Page);
    }
}
