using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>A hall in which nobody touches a mouse or a screen: the one who runs it and those who join have the keyboard alone.</summary>
public sealed class HoldingAWorkshopByKeyboard(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Whoever_joins_writes_mends_moves_stacks_votes_and_takes_back()
    {
        var workshop = await Workshop.Open(site, hidden: false);
        var other = await workshop.Join(1);
        var phone = await site.Visitor();
        var hand = new Hand(phone, byKeyboard: true);
        await phone.GotoAsync("/join");
        await hand.Write(phone.GetByLabel("参加の番号"), workshop.Code);
        await hand.Press(Button(phone, "次へ"));
        await hand.Choose(phone.Locator("input[name=table]").First);
        await hand.Press(Button(phone, "参加する"));
        await Workshop.Live(phone);

        await hand.Write(phone.Locator("#text"), "夜の図書館");
        await hand.Press(Button(phone, "貼る"));
        await Expect(Workshop.Note(other, "夜の図書館")).ToBeVisibleAsync();
        // After a note the next one can be written at once.
        await Expect(phone.Locator("#text")).ToBeFocusedAsync();
        await hand.Write(phone.Locator("#text"), "本屋");
        await hand.Press(Button(phone, "貼る"));
        await Expect(Workshop.Note(other, "本屋")).ToBeVisibleAsync();

        await hand.Follow(Open(phone, "本屋"));
        await hand.Write(phone.Locator("#text"), "本屋と喫茶");
        await hand.Press(Button(phone, "保存する"));
        await Workshop.Live(phone);
        await Expect(Workshop.Note(other, "本屋と喫茶")).ToBeVisibleAsync();
        await hand.Press(Button(phone, "元に戻す"));
        await Expect(Workshop.Note(other, "本屋と喫茶")).ToHaveCountAsync(0);
        await Expect(Workshop.Note(other, "本屋")).ToBeVisibleAsync();

        await hand.Reach(Open(phone, "本屋"));
        await phone.Keyboard.PressAsync("Alt+ArrowRight");
        await Expect(other.Locator("[data-column-list='1'] .note")).ToContainTextAsync(["本屋"]);
        // The note kept the focus, so it goes on from there.
        await Expect(Open(phone, "本屋")).ToBeFocusedAsync();
        await phone.Keyboard.PressAsync("Control+z");
        await Expect(other.Locator("[data-column-list='1'] .note")).ToHaveCountAsync(0);

        await hand.Reach(Open(phone, "本屋"));
        await workshop.Stage("まとめる");
        await Expect(phone.Locator("template[data-may-stack]")).ToHaveCountAsync(1);
        // The page is another one by now, and whoever was on a note still is.
        await Expect(Open(phone, "本屋")).ToBeFocusedAsync();
        await Stack(hand, "本屋", "夜の図書館", "本のある場所");
        await Expect(other.Locator(".stack-of-notes .note")).ToHaveCountAsync(2);
        await Expect(other.Locator(".stack-title")).ToHaveTextAsync("本のある場所");
        await hand.Press(phone.GetByRole(AriaRole.Button, new() { Name = "ばらばらにする" }));
        await Expect(other.Locator(".stack-of-notes")).ToHaveCountAsync(0);
        await phone.Keyboard.PressAsync("Control+z");
        await Expect(other.Locator(".stack-of-notes .note")).ToHaveCountAsync(2);
        await hand.Press(Workshop.Note(phone, "本屋").GetByRole(AriaRole.Button, new() { Name = "まとまりから出す" }));
        await Expect(other.Locator(".stack-of-notes .note")).ToHaveCountAsync(1);
        await Expect(Open(phone, "本屋")).ToBeFocusedAsync();
        // Before that it was stacked on the note's own page, and that is taken back here too.
        await hand.Press(Button(phone, "元に戻す"));
        await Expect(other.Locator(".stack-of-notes .note")).ToHaveCountAsync(2);
        await hand.Press(Button(phone, "元に戻す"));
        await Expect(other.Locator(".stack-of-notes")).ToHaveCountAsync(0);

        await workshop.Stage("選ぶ");
        await hand.Press(Workshop.Note(phone, "本屋").GetByRole(AriaRole.Button, new() { Name = "点を置く" }));
        await Expect(phone.GetByText("残りの点：2")).ToBeVisibleAsync();
        await Expect(other.Locator("[data-dots-given]")).ToHaveTextAsync("1");
        await hand.Press(Workshop.Note(phone, "本屋").GetByRole(AriaRole.Button, new() { Name = "点を戻す" }));
        await Expect(phone.GetByText("残りの点：3")).ToBeVisibleAsync();
        await phone.ShouldFindNothing();
    }

    [Fact]
    public async Task Whoever_runs_it_goes_from_stage_to_stage_sets_the_clock_hides_and_shows_large()
    {
        var workshop = await Workshop.Open(site, hidden: true);
        var phone = await workshop.Join(0);
        await Workshop.Write(phone, "港に灯りを");
        await Workshop.Write(phone, "ひどい言葉");
        var hall = await workshop.Hall();
        var desk = workshop.Facilitator;
        var hand = new Hand(desk, byKeyboard: true);

        await hand.Send(desk.Locator(".stages").GetByRole(AriaRole.Button, new() { Name = "みんなで見る", Exact = true }));
        await Expect(Workshop.Note(hall, "港に灯りを")).ToBeVisibleAsync();
        await hand.Send(Button(desk, "3分"));
        await Expect(hall.Locator("[data-timer-left]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^2:|^3:00"));
        await hand.Send(Button(desk, "時計を止める"));
        await Expect(hall.Locator("[data-timer]")).ToHaveCountAsync(0);

        await Tend(hand, "ひどい言葉", "隠す");
        await Expect(Workshop.Note(hall, "ひどい言葉")).ToHaveCountAsync(0);
        await Expect(Workshop.Note(phone, "ひどい言葉")).ToHaveCountAsync(0);
        await Tend(hand, "港に灯りを", "大きく映す");
        await Expect(hall.Locator(".spotlight")).ToContainTextAsync("港に灯りを");
        await hand.Send(Button(desk, "書き込みを閉じる"));
        await Expect(phone.GetByText("いまは書き込みを閉じています。")).ToBeVisibleAsync();
        await desk.ShouldFindNothing();
    }

    static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    static ILocator Open(IPage page, string text) => Workshop.Note(page, text).Locator(".note-open");

    static async Task Stack(Hand hand, string note, string with, string title)
    {
        var phone = hand.Page;
        await hand.Follow(Open(phone, note));
        var list = phone.Locator("#with");
        await hand.Pick(list, (await list.Locator("option").Filter(new() { HasText = with }).GetAttributeAsync("value"))!);
        await hand.Write(phone.Locator("#title"), title);
        await hand.Press(Button(phone, "まとめる"));
        await Workshop.Live(phone);
    }

    static async Task Tend(Hand hand, string note, string deed)
    {
        var tended = hand.Page.Locator(".tended-note").Filter(new() { HasText = note });
        await hand.Press(tended.Locator("summary"));
        await hand.Send(tended.GetByRole(AriaRole.Button, new() { Name = deed, Exact = true }));
    }
}
