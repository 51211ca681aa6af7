using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>A hall: a facilitator, a big screen and phones, from joining to the published summary.</summary>
public sealed class HoldingAWorkshop(Site site) : IClassFixture<Site>
{
    const int Phones = 8;

    [Fact]
    public async Task A_session_runs_from_joining_to_its_published_summary()
    {
        var workshop = await Workshop.Open(site, hidden: true);
        var (facilitator, code) = (workshop.Facilitator, workshop.Code);
        await facilitator.ShouldFindNothing();
        var hall = await workshop.Hall();
        await hall.ShouldFindNothing();

        var phones = new List<IPage>();
        for (var i = 0; i < Phones; i++) phones.Add(await workshop.Join(i % 2, script: i > 0));
        await phones[1].ShouldFindNothing();
        await phones[1].ShouldFit();
        await Expect(hall.Locator("[data-seats]")).ToHaveTextAsync($"{Phones}");

        await phones[1].Locator("#text").PressSequentiallyAsync("書きかけ");
        await Expect(facilitator.Locator("[data-writing]")).ToHaveTextAsync("いま書いている人：1人");
        foreach (var (i, phone) in phones.Index()) await Workshop.Write(phone, $"声その{i}");
        await Expect(facilitator.Locator("[data-writing]")).ToHaveTextAsync("いま書いている人：0人");
        await Expect(hall.Locator("[data-written]")).ToContainTextAsync($"{Phones}");
        await Expect(hall.Locator(".note")).ToHaveCountAsync(0);
        Assert.DoesNotContain("声その2", await phones[3].ContentAsync(), StringComparison.Ordinal);

        await workshop.Stage("まとめる");
        await Expect(hall.GetByText("声その7")).ToBeVisibleAsync();
        await Expect(phones[3].GetByText("声その2", new() { Exact = true })).ToBeVisibleAsync();

        // One puts two together on the note's own page, with the keyboard alone.
        await phones[2].Locator(".note").Filter(new() { HasText = "声その1" }).Locator(".note-open").FocusAsync();
        await phones[2].Keyboard.PressAsync("Enter");
        await phones[2].WaitForURLAsync("**/notes/**");
        await phones[2].ShouldFindNothing();
        await phones[2].Locator("#with").FocusAsync();
        await phones[2].Locator("#with").SelectOptionAsync(new SelectOptionValue { Label = "声その2" });
        await phones[2].Locator("#title").FocusAsync();
        await phones[2].Keyboard.TypeAsync("にた声");
        await phones[2].Keyboard.PressAsync("Enter");
        await Expect(hall.Locator(".stack-of-notes").Filter(new() { HasText = "にた声" }).Locator(".note")).ToHaveCountAsync(2);

        await workshop.Stage("選ぶ");
        await phones[4].Locator(".note").Filter(new() { HasText = "声その1" }).GetByRole(AriaRole.Button, new() { Name = "点を置く" }).ClickAsync();
        await Expect(hall.Locator("[data-dots-given]")).ToHaveTextAsync("1");
        // Without script a dot is a form.
        await phones[0].ReloadAsync();
        await phones[0].Locator(".note").Filter(new() { HasText = "声その1" }).GetByRole(AriaRole.Button, new() { Name = "点を置く" }).ClickAsync();
        await Expect(phones[0].GetByText("残りの点：2")).ToBeVisibleAsync();
        await Expect(hall.Locator("[data-dots-given]")).ToHaveTextAsync("2");

        await workshop.Stage("話し合う");
        await Expect(hall.Locator(".note").Filter(new() { HasText = "声その1" }).Locator(".note-dots")).ToHaveTextAsync("2点");
        var desk = new Hand(facilitator, byKeyboard: false);
        foreach (var (hold, release) in new[] { ("休憩する", "休憩を終える"), ("書き込みを閉じる", "書き込みを開く") })
        {
            await desk.Send(facilitator.GetByRole(AriaRole.Button, new() { Name = hold }));
            await desk.Send(facilitator.GetByRole(AriaRole.Button, new() { Name = release }));
            await Expect(facilitator.GetByRole(AriaRole.Button, new() { Name = hold })).ToBeVisibleAsync();
        }
        var tended = facilitator.Locator(".tended-note").Filter(new() { HasText = "声その1" });
        await tended.Locator("summary").ClickAsync();
        await desk.Send(tended.GetByRole(AriaRole.Button, new() { Name = "大きく映す" }));
        await Expect(hall.Locator(".spotlight")).ToContainTextAsync("声その1");

        await facilitator.GetByLabel("決まったことを書く").FillAsync("橋を照らす");
        await desk.Send(facilitator.GetByRole(AriaRole.Button, new() { Name = "保存する" }));
        await facilitator.GotoAsync($"/b/{code}/summary");
        await facilitator.GetByRole(AriaRole.Button, new() { Name = "まとめを公表する" }).ClickAsync();
        await Expect(facilitator.GetByText("このまとめは公表しています。")).ToBeVisibleAsync();
        var reader = await site.Visitor(width: 768);
        await reader.GotoAsync($"/b/{code}/summary");
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Name = "にた声" })).ToBeVisibleAsync();
        await Expect(reader.GetByText("橋を照らす")).ToBeVisibleAsync();
        await reader.ShouldFindNothing();
        await reader.ShouldFit();
    }

    [Fact]
    public async Task A_phone_that_lost_the_network_keeps_what_was_written_and_settles_it_on_return()
    {
        var workshop = await Workshop.Open(site, hidden: false);
        var (phone, other) = (await workshop.Join(0), await workshop.Join(1));
        await phone.Context.SetOfflineAsync(true);
        await Workshop.Write(phone, "電波のないところで");
        await Expect(phone.GetByText("電波のないところで", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(other.Locator(".note")).ToHaveCountAsync(0);
        await phone.Context.SetOfflineAsync(false);
        await Expect(other.GetByText("電波のないところで", new() { Exact = true })).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await Expect(phone.Locator(".note-waits")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        // After a reload the same seat has the same note.
        await phone.ReloadAsync();
        await Expect(phone.Locator(".note-mine")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_wrong_number_is_told_plainly()
    {
        var page = await site.Visitor(width: 320, script: false);
        await page.GotoAsync("/join");
        await page.ShouldFit();
        await page.GetByLabel("参加の番号").FillAsync("123-4567");
        await page.GetByRole(AriaRole.Button, new() { Name = "次へ" }).ClickAsync();
        await Expect(page.Locator(".field-error")).ToContainTextAsync("見つかりません");
    }
}
