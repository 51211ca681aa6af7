using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>A meeting that takes questions: a chair, a screen in the hall and phones, one of them narrow and without script, one by keyboard.</summary>
public sealed class AskingQuestions(Site site) : IClassFixture<Site>
{
    const string TooLate = "その質問には、もう答えました。";

    const string Kept = "聞きたい人がいる質問は、ことばを変えられません。取り下げることはできます。";

    const string Reworded = "質問のことばが変わりました。もう一度読んでから押してください。";

    const string Closed = "いまは書き込みを閉じています。";

    const string Bridge = "橋はいつできますか", School = "学校給食の魚は増えますか", Festival = "祭りの日のバスは増えますか";

    [Fact]
    public async Task Questions_go_from_being_sent_to_being_answered_to_the_summary()
    {
        var workshop = await Workshop.Open(site, hidden: false, questions: true);
        var hall = await workshop.Hall();
        var (one, keys, plain) = (await workshop.Join(0), await workshop.Join(1), await workshop.Join(0, script: false, width: 320));
        await Workshop.Ask(one, Bridge);
        await Workshop.Ask(keys, School);
        await Workshop.Ask(plain, Festival);
        await Stand(hall, Bridge, School, Festival);
        await plain.ShouldFit();
        // One's own can't be supported, and says whose it is.
        await Expect(Workshop.Note(one, Bridge).GetByText("あなたの質問です")).ToBeVisibleAsync();
        await Expect(Support(one, Bridge)).ToHaveCountAsync(0);

        // While others still write: by touch, with the keyboard, as a plain form.
        await one.Locator("#text").FillAsync("書きかけの質問");
        await Support(one, School).ClickAsync();
        await Expect(Support(one, School)).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Workshop.Note(hall, School).GetByText("聞きたい人：1人")).ToBeVisibleAsync();
        await Stand(hall, School, Bridge, Festival);
        var hand = new Hand(keys, byKeyboard: true);
        await hand.Press(Support(keys, Festival));
        await Expect(Support(keys, Festival)).ToBeFocusedAsync();
        await plain.ReloadAsync();
        await Support(plain, School).ClickAsync();
        await Expect(Workshop.Note(plain, School).GetByText("聞きたい人：2人")).ToBeVisibleAsync();
        await Expect(Support(plain, School)).ToHaveAttributeAsync("aria-pressed", "true");
        await Stand(hall, School, Festival, Bridge);
        foreach (var phone in new[] { one, keys }) await Stand(phone, School, Festival, Bridge);
        await Stand(plain, School, Festival, Bridge);
        await Expect(one.Locator("#text")).ToHaveValueAsync("書きかけの質問");
        foreach (var page in new[] { one, hall }) await page.ShouldFindNothing();
        await keys.Keyboard.PressAsync(" ");
        await Expect(Support(keys, Festival)).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(Workshop.Note(hall, Festival).Locator(".note-supporters")).ToBeHiddenAsync();

        // The chair answers what most would ask; it moves below the others and takes no more.
        var chair = workshop.Facilitator;
        var mouse = new Hand(chair, byKeyboard: false);
        await Expect(chair.Locator(".tended-note").First).ToContainTextAsync(School);
        await chair.ShouldFindNothing();
        await mouse.Send(chair.Locator(".tended-note").Filter(new() { HasText = School }).GetByRole(AriaRole.Button, new() { Name = "答えた" }));
        await Stand(hall, Bridge, Festival, School);
        await Stand(one, Bridge, Festival, School);
        await Expect(Workshop.Note(hall, School).GetByText("答えました")).ToBeVisibleAsync();
        await Expect(Support(one, School)).ToBeHiddenAsync();
        await one.ShouldFindNothing();
        // A page from before is told plainly.
        await Support(plain, School).ClickAsync();
        await Expect(plain.GetByText(TooLate)).ToBeVisibleAsync();
        await mouse.Send(chair.Locator(".tended-note").Filter(new() { HasText = School }).GetByRole(AriaRole.Button, new() { Name = "まだ答えていない" }));
        await Stand(hall, School, Bridge, Festival);
        await Expect(Support(one, School)).ToHaveAttributeAsync("aria-pressed", "true");
        await mouse.Send(chair.Locator(".tended-note").Filter(new() { HasText = School }).GetByRole(AriaRole.Button, new() { Name = "答えた" }));
        await Stand(hall, Bridge, Festival, School);

        await chair.GotoAsync($"/b/{workshop.Code}/summary");
        await chair.GetByRole(AriaRole.Button, new() { Name = "まとめを公表する" }).ClickAsync();
        await Expect(chair.GetByText("このまとめは公表しています。")).ToBeVisibleAsync();
        foreach (var reader in new[] { plain, await site.Visitor(width: 320) })
        {
            await reader.GotoAsync($"/b/{workshop.Code}/summary");
            await Expect(reader.Locator(".summary-notes > li").Filter(new() { HasText = School })).ToContainTextAsync("聞きたい人：2人 ・ 答えました");
            await reader.ShouldFit();
            if (reader != plain) await reader.ShouldFindNothing();
        }
    }

    [Fact]
    public async Task A_support_given_without_a_network_counts_once_on_return_and_one_that_came_too_late_is_told_to_its_phone_alone()
    {
        var workshop = await Workshop.Open(site, hidden: false, questions: true);
        var hall = await workshop.Hall();
        var (asker, phone) = (await workshop.Join(0), await workshop.Join(1));
        await Workshop.Ask(asker, Bridge);
        await Workshop.Ask(asker, School);
        await Expect(Support(phone, School)).ToBeVisibleAsync();
        await phone.Context.SetOfflineAsync(true);
        foreach (var question in new[] { Bridge, School })
        {
            await Support(phone, question).ClickAsync();
            await Expect(Workshop.Note(phone, question).GetByText("聞きたい人：1人")).ToBeVisibleAsync();
        }
        await workshop.Facilitator.Locator(".tended-note").Filter(new() { HasText = Bridge }).GetByRole(AriaRole.Button, new() { Name = "答えた" }).ClickAsync();
        await Expect(Workshop.Note(hall, Bridge).GetByText("答えました")).ToBeVisibleAsync();
        await phone.Context.SetOfflineAsync(false);
        await Expect(Workshop.Note(hall, School).GetByText("聞きたい人：1人")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(phone.Locator("[data-board][data-waiting='0']")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(phone.GetByText(TooLate)).ToBeVisibleAsync();
        await Expect(hall.GetByText(TooLate)).ToHaveCountAsync(0);
        await Expect(Workshop.Note(phone, Bridge).Locator(".note-supporters")).ToBeHiddenAsync();
        await Expect(Workshop.Note(hall, Bridge).Locator(".note-supporters")).ToBeHiddenAsync();
        await Stand(phone, School, Bridge);
        await phone.ReloadAsync();
        await Expect(Support(phone, School)).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Workshop.Note(phone, School).GetByText("聞きたい人：1人")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_support_of_words_that_were_changed_meanwhile_is_told_and_the_new_words_are_there_to_read(bool script)
    {
        var workshop = await Workshop.Open(site, hidden: false, questions: true);
        var hall = await workshop.Hall();
        var (asker, supporter) = (await workshop.Join(0), await workshop.Join(1, script: script, width: 360));
        await Workshop.Ask(asker, Bridge);
        await Expect(Workshop.Note(hall, Bridge)).ToBeVisibleAsync();
        if (script) await Expect(Support(supporter, Bridge)).ToBeVisibleAsync();
        else await supporter.ReloadAsync();
        if (script) await supporter.Context.SetOfflineAsync(true);
        await Workshop.Note(asker, Bridge).Locator(".note-open").ClickAsync();
        await asker.Locator("#text").FillAsync(Festival);
        await asker.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Expect(Workshop.Note(hall, Festival)).ToBeVisibleAsync();
        await Support(supporter, Bridge).ClickAsync();
        if (script) await supporter.Context.SetOfflineAsync(false);
        await Expect(supporter.GetByText(Reworded)).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(Support(supporter, Festival)).ToHaveAttributeAsync("aria-pressed", "false");
        await Support(supporter, Festival).ClickAsync();
        await Expect(Workshop.Note(hall, Festival).GetByText("聞きたい人：1人")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_a_page_from_before_the_board_was_closed_says_so_and_keeps_what_was_written()
    {
        var workshop = await Workshop.Open(site, hidden: false, questions: true);
        var (asker, writing, supporting) = (await workshop.Join(0), await workshop.Join(1, script: false), await workshop.Join(1, script: false));
        await Workshop.Ask(asker, Bridge);
        await supporting.ReloadAsync();
        await writing.Locator("#text").FillAsync(School);
        await workshop.Facilitator.GetByRole(AriaRole.Button, new() { Name = "書き込みを閉じる" }).ClickAsync();
        await Expect(workshop.Facilitator.GetByRole(AriaRole.Button, new() { Name = "書き込みを開く" })).ToBeVisibleAsync();
        await Support(supporting, Bridge).ClickAsync();
        await Expect(supporting.Locator("[data-board-refused]")).ToContainTextAsync(Closed);
        await writing.GetByRole(AriaRole.Button, new() { Name = "質問を送る" }).ClickAsync();
        await Expect(writing.Locator("[data-board-refused]")).ToContainTextAsync(Closed);
        await Expect(writing.Locator("#text")).ToHaveValueAsync(School);
        await workshop.Facilitator.GetByRole(AriaRole.Button, new() { Name = "書き込みを開く" }).ClickAsync();
        await Expect(workshop.Facilitator.GetByRole(AriaRole.Button, new() { Name = "書き込みを閉じる" })).ToBeVisibleAsync();
        await writing.GetByRole(AriaRole.Button, new() { Name = "質問を送る" }).ClickAsync();
        await Expect(Workshop.Note(asker, School)).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Words_that_somebody_supports_are_not_changed_by_their_writer_who_is_told_and_may_take_them_back(bool script)
    {
        var workshop = await Workshop.Open(site, hidden: false, questions: true);
        var hall = await workshop.Hall();
        var (asker, supporter) = (await workshop.Join(0, script: script, width: 360), await workshop.Join(1));
        await Workshop.Ask(asker, Bridge);
        await Workshop.Note(asker, Bridge).Locator(".note-open").ClickAsync();
        // Written before anybody supports it, sent after.
        await asker.Locator("#text").FillAsync(Festival);
        await Support(supporter, Bridge).ClickAsync();
        // The own screen shows it before the server has it; another's hears of what is saved.
        await Expect(Workshop.Note(hall, Bridge).GetByText("聞きたい人：1人")).ToBeVisibleAsync();
        await asker.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Expect(asker.GetByText(Kept).First).ToBeVisibleAsync();
        await Expect(Workshop.Note(supporter, Bridge)).ToBeVisibleAsync();
        await asker.GotoAsync($"/b/{workshop.Code}");
        await Workshop.Note(asker, Bridge).Locator(".note-open").ClickAsync();
        await Expect(asker.GetByText(Kept)).ToBeVisibleAsync();
        await Expect(asker.Locator("textarea")).ToHaveCountAsync(0);
        if (script) await asker.ShouldFindNothing();
        await asker.ShouldFit();
        await asker.GetByRole(AriaRole.Button, new() { Name = "この質問を取り下げる" }).ClickAsync();
        await Expect(Workshop.Note(supporter, Bridge)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_tabs_of_one_browser_are_one_person()
    {
        var workshop = await Workshop.Open(site, hidden: false, questions: true);
        var (asker, left) = (await workshop.Join(0), await workshop.Join(1));
        await Workshop.Ask(asker, Bridge);
        var right = await left.Context.NewPageAsync();
        await right.GotoAsync(left.Url);
        await Workshop.Live(right);
        await Support(left, Bridge).ClickAsync();
        await Expect(Workshop.Note(right, Bridge).GetByText("聞きたい人：1人")).ToBeVisibleAsync();
        await Support(right, Bridge).ClickAsync();
        await Expect(right.GetByText("その質問の「わたしも聞きたい」は、もう押してあります。")).ToBeVisibleAsync();
        await Expect(Support(right, Bridge)).ToHaveAttributeAsync("aria-pressed", "true");
        foreach (var page in new[] { asker, left, right }) await Expect(Workshop.Note(page, Bridge).GetByText("聞きたい人：1人")).ToBeVisibleAsync();
    }

    /// <summary>From the top.</summary>
    static Task Stand(IPage page, params string[] questions) => Expect(page.Locator("[data-column-list] .note-text")).ToHaveTextAsync(questions);

    static ILocator Support(IPage page, string question) => Workshop.Note(page, question).GetByRole(AriaRole.Button, new() { Name = "わたしも聞きたい" });
}
