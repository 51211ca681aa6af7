using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using Participation.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>A property of the island, over acts drawn by chance: phones that wrote, moved, stacked, split, linked, took back and lost the network show one board.</summary>
public sealed class AnyHallInBrowsers(Site site) : IClassFixture<Site>
{
    const int Phones = 3, Acts = 70;

    const string Shown = """
        () => [...document.querySelectorAll('[data-column-list]')].map(list => [...list.querySelectorAll('[data-note]')].map(note =>
          `${note.dataset.note} ${note.dataset.position} ${note.closest('[data-stack]')?.dataset.stack ?? ''} ${note.querySelector('.note-text').textContent}`).join('\n')).join('\n---\n')
          + '\n===\n' + [...document.querySelectorAll('[data-link]')].map(line => line.dataset.link).sort().join('\n')
        """;

    const string Asked = """
        () => [...document.querySelectorAll('[data-column-list] [data-note]')].map(note =>
          `${note.dataset.note} ${note.querySelector('.note-supporters:not([hidden])')?.textContent ?? ''} ${!note.querySelector('.note-answered').hidden} ${note.querySelector('.note-text').textContent}`).join('\n')
        """;

    const string Pressed = "() => [...document.querySelectorAll('[data-note] [aria-pressed=true]')].map(button => button.value).sort().join(' ')";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task All_phones_end_with_one_board(int seed)
    {
        var random = new Random(seed);
        var workshop = await Workshop.Open(site, hidden: false);
        await workshop.Stage("まとめる");
        var phones = new List<IPage>();
        while (phones.Count < Phones) phones.Add(await workshop.Join(phones.Count % 2));
        var away = new HashSet<IPage>();
        for (var i = 0; i < Acts; i++)
        {
            var phone = phones[random.Next(Phones)];
            if (random.Next(12) is 0)
            {
                await phone.Context.SetOfflineAsync(away.Add(phone) || !away.Remove(phone));
                continue;
            }
            await Act(phone, random, i, online: !away.Contains(phone));
        }
        await EndAsOne(workshop, phones, away, Shown, "\n---\n\n===\n");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task All_phones_end_with_one_list_of_questions(int seed)
    {
        var random = new Random(seed);
        var workshop = await Workshop.Open(site, hidden: false, questions: true);
        var answers = workshop.Facilitator.Locator(".tended-question button");
        var phones = new List<IPage>();
        while (phones.Count < Phones) phones.Add(await workshop.Join(phones.Count % 2));
        var away = new HashSet<IPage>();
        for (var i = 0; i < Acts; i++)
        {
            var phone = phones[random.Next(Phones)];
            var (act, at) = (random.Next(12), random.Next(1000));
            if (act is 0) await phone.Context.SetOfflineAsync(away.Add(phone) || !away.Remove(phone));
            else if (act is 1 && await answers.CountAsync() is > 0 and var many) await answers.Nth(at % many).ClickAsync();
            else if (act is 2 or 3 || i < 5) await Write(phone, $"質問その{i}");
            else await Click(phone, "[data-support]:not([hidden]) button", at);
        }
        await EndAsOne(workshop, phones, away, Asked, "");
        // What each phone knows of its own supports, a page made anew knows too.
        foreach (var phone in phones)
        {
            var anew = await phone.Context.NewPageAsync();
            await anew.GotoAsync(phone.Url);
            var (known, pressed) = (await anew.EvaluateAsync<string>(Pressed), "");
            await Wait.Until(
                async () => (pressed = await phone.EvaluateAsync<string>(Pressed)) == known,
                still: () => $"Made anew: {known}\nOn the phone: {pressed}");
        }
    }

    async Task EndAsOne(Workshop workshop, List<IPage> phones, HashSet<IPage> away, string shows, string nothing)
    {
        foreach (var phone in away) await phone.Context.SetOfflineAsync(false);
        var patience = new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 };
        foreach (var phone in phones) await Expect(phone.Locator("[data-board][data-live=live][data-waiting='0']")).ToBeVisibleAsync(patience);
        var late = await site.Visitor();
        var (board, shown) = ("", Array.Empty<string>());
        await Wait.Until(
            async () =>
            {
                await late.GotoAsync($"/b/{workshop.Code}");
                board = await late.EvaluateAsync<string>(shows);
                shown = await Task.WhenAll(phones.Select(p => p.EvaluateAsync<string>(shows)));
                return shown.All(s => s == board);
            },
            still: () => $"Made anew:\n{board}\nOn the phones:\n{string.Join("\n\n", shown)}");
        Assert.NotEqual(nothing, board);
    }

    static async Task Act(IPage phone, Random random, int number, bool online)
    {
        var notes = phone.Locator(".note-open");
        var count = await notes.CountAsync();
        var act = count < 3 ? 0 : random.Next(8);
        if (act is 0)
        {
            await Write(phone, $"声その{number}");
            return;
        }
        var chosen = random.Next(count);
        var (key, drop) = (new[] { "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight" }[random.Next(4)], random.Next(count));
        if (act is 1) await phone.Locator("[data-board-undo]").EvaluateAsync("button => button.click()");
        else if (act is 2) await Drag(phone, chosen, drop);
        else if (act is 3) await phone.EvaluateAsync("at => document.querySelectorAll('[name=out], [name=split]')[at]?.click()", chosen);
        else if (act is 4) await phone.EvaluateAsync("pair => pair.forEach(at => document.querySelectorAll('[name=link]')[at]?.click())", new[] { chosen, drop });
        else if (act is 5 && online) await Split(phone, number);
        else await phone.EvaluateAsync(
            "([at, key]) => document.querySelectorAll('.note-open')[at]?.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, bubbles: true }))", new object[] { chosen, key });
    }

    /// <summary>On the page of a note of one's own; what waited to be sent is sent on coming back.</summary>
    static async Task Split(IPage phone, int number)
    {
        var board = phone.Url.Split('#')[0];
        if (await phone.EvaluateAsync<string?>("() => document.querySelector('.note-mine .note-open')?.href") is not { } page) return;
        await phone.GotoAsync(page);
        // Another tab or another act may have taken it meanwhile: then there is nothing to split.
        if (await phone.Locator("#parts").IsVisibleAsync())
        {
            await phone.Locator("#parts").FillAsync($"前その{number}\n\n後その{number}");
            await phone.GetByRole(AriaRole.Button, new() { Name = "分ける", Exact = true }).ClickAsync();
        }
        if (await phone.Locator("[data-board]").CountAsync() is 0) await phone.GotoAsync(board);
        await Workshop.Live(phone);
    }

    static async Task Write(IPage phone, string text)
    {
        await phone.Locator("#text").FillAsync(text);
        await phone.Keyboard.PressAsync("Tab");
        await phone.Locator(".note-send").PressAsync("Enter");
    }

    /// <summary>One of those that are there at this moment, if there is any.</summary>
    static async Task Click(IPage page, string buttons, int at) =>
        await page.EvaluateAsync("([buttons, at]) => { const all = document.querySelectorAll(buttons); all[at % all.length]?.click(); }", new object[] { buttons, at });

    /// <summary>From the middle of one note to the middle of another, which stacks them.</summary>
    static async Task Drag(IPage phone, int from, int to)
    {
        // Asked for at once: while others act a note may be gone the next moment.
        var at = await phone.EvaluateAsync<float[]>("""
            ([from, to]) => {
              const texts = document.querySelectorAll('[data-column-list] [data-note] .note-text');
              texts[from]?.scrollIntoView({ block: "center", behavior: "instant" });
              return [from, to].flatMap(i => { const box = texts[i]?.getBoundingClientRect(); return box ? [box.left + 6, box.top + box.height / 2] : [-1, -1]; });
            }
            """, new[] { from, to });
        if (from == to || at.Any(x => x < 0) || at[3] > phone.ViewportSize!.Height) return;
        await phone.Mouse.MoveAsync(at[0], at[1]);
        await phone.Mouse.DownAsync();
        await phone.Mouse.MoveAsync(at[2], at[3], new() { Steps = 4 });
        await phone.Mouse.UpAsync();
    }
}
