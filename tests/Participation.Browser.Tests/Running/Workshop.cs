using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Running;

/// <summary>A hall: who runs the session, and the phones that join it.</summary>
sealed partial class Workshop(Site site, IPage facilitator, string code)
{
    public IPage Facilitator => facilitator;

    public string Code => code;

    public static async Task<Workshop> Open(Site site, bool hidden, bool questions = false)
    {
        var page = await site.Visitor(width: 1280);
        await page.SignIn("facilitator@example.jp", "Kamaishi-2026!");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        await page.GotoAsync("/staff/sessions/new");
        await page.GetByLabel("題名").FillAsync("みなとの未来を話す夜");
        await page.Locator("#boards").FillAsync("どんな港町にしたいですか");
        if (questions) await page.GetByLabel("質問を集める").CheckAsync();
        await page.Locator("#tables").FillAsync("一班\n二班");
        await page.GetByLabel("はじめは、書いた人だけに").SetCheckedAsync(hidden);
        await page.GetByRole(AriaRole.Button, new() { Name = "開く", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(Console());
        return new(site, page, page.Url.Split('/')[^1]);
    }

    public async Task<IPage> Join(int table, bool script = true, int width = 360, bool touch = false)
    {
        var phone = await site.Visitor(width, script, touch: touch);
        await phone.GotoAsync("/join");
        await phone.GetByLabel("参加の番号").FillAsync(code);
        await phone.GetByRole(AriaRole.Button, new() { Name = "次へ" }).ClickAsync();
        await phone.Locator("input[name=table]").Nth(table).CheckAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "参加する" }).ClickAsync();
        await Expect(phone.Locator("[data-note-form]")).ToBeVisibleAsync();
        if (script) await Live(phone);
        return phone;
    }

    public async Task<IPage> Hall()
    {
        var hall = await site.Visitor(width: 1280);
        await hall.GotoAsync($"/b/{code}/hall");
        await Live(hall);
        return hall;
    }

    public async Task Stage(string name)
    {
        await new Hand(facilitator, byKeyboard: false).Send(facilitator.Locator(".stages").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));
        await Expect(facilitator.Locator(".stages [aria-pressed=true]")).ToHaveTextAsync(name);
    }

    public static async Task Write(IPage phone, string text)
    {
        await phone.Locator("#text").FillAsync(text);
        await phone.GetByRole(AriaRole.Button, new() { Name = "貼る" }).ClickAsync();
        await Expect(phone.Locator(".note").Filter(new() { HasText = text })).ToBeVisibleAsync();
    }

    /// <summary>Until it has arrived: of questions that nobody supports the earlier stands first.</summary>
    public static async Task Ask(IPage phone, string question)
    {
        await phone.Locator("#text").FillAsync(question);
        await phone.GetByRole(AriaRole.Button, new() { Name = "質問を送る" }).ClickAsync();
        await Expect(phone.Locator(".note:not(.note-waits)").Filter(new() { HasText = question })).ToBeVisibleAsync();
    }

    public static ILocator Note(IPage page, string text) => page.Locator(".note").Filter(new() { HasText = text });

    public static Task Live(IPage page) => Expect(page.Locator("[data-board][data-live=live]")).ToBeVisibleAsync();

    [GeneratedRegex("/staff/sessions/[0-9]+$")]
    private static partial Regex Console();
}
