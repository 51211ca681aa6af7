using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>A citizen reads the plan on a phone, says something about a passage and keeps the receipt.</summary>
public sealed class SayingSomething(Site site) : IClassFixture<Site>
{
    const string Consultation = "/consultations/plan-2030";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_opinions_are_written_checked_and_sent(bool script)
    {
        var page = await site.Visitor(script: script);
        var (first, second) = ($"託児があると助かります {script}", $"説明会を昼にも {script}");
        await page.GotoAsync(Consultation);
        await page.GetByRole(AriaRole.Link, new() { Name = "案を読んで意見を書く" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "ここに意見を書く：「平日の夜と休日の昼" }).ClickAsync();
        await Expect(page.GetByText("「1-1 声の届く場をひろげる」について")).ToBeVisibleAsync();
        await Write(page, 1, first);
        await page.GetByRole(AriaRole.Button, new() { Name = "別のご意見を加える" }).ClickAsync();
        await Write(page, 2, second);
        await FillSender(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "内容を確かめる" }).Last.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "このように公表されます" })).ToBeVisibleAsync();
        await Expect(page.Locator(".opinion-text").First).ToHaveTextAsync(first);
        if (script) await page.ShouldFindNothing();
        await page.GetByRole(AriaRole.Button, new() { Name = "送る" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "受け付けました" })).ToBeVisibleAsync();
        await Expect(page.Locator(".receipt-number")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$"));
        await Expect(page.GetByText(second)).ToBeVisibleAsync();
        if (script) await page.ShouldFindNothing();

        var onlooker = await site.Visitor(script: script);
        await onlooker.GotoAsync(Consultation);
        await Expect(onlooker.GetByText(first)).ToBeVisibleAsync();
        Assert.DoesNotContain("大槌 はるか", await onlooker.ContentAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_missing_is_said_beside_the_field_and_in_a_summary(bool script)
    {
        var page = await site.Visitor(script: script);
        await page.GotoAsync($"{Consultation}/submit");
        await page.GetByLabel("メールアドレス").FillAsync("だめな宛先");
        await page.GetByRole(AriaRole.Button, new() { Name = "内容を確かめる" }).Last.ClickAsync();

        var summary = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "か所を直してください" });
        await Expect(summary.GetByRole(AriaRole.Link)).ToHaveCountAsync(4);
        await Expect(page.GetByLabel("お名前")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#opinions-0-text-error")).ToHaveTextAsync("ご意見を入力してください。");
        await Expect(page.GetByLabel("メールアドレス")).ToHaveValueAsync("だめな宛先");
        await summary.GetByRole(AriaRole.Link, new() { Name = "お名前" }).ClickAsync();
        Assert.EndsWith("#sender-name", page.Url, StringComparison.Ordinal);
        if (script) await page.ShouldFindNothing();
    }

    [Fact]
    public async Task A_second_click_makes_no_second_submission()
    {
        var page = await site.Visitor();
        var text = $"二度は数えないでください {Guid.NewGuid():N}";
        await page.GotoAsync($"{Consultation}/submit");
        await Write(page, 1, text);
        await FillSender(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "内容を確かめる" }).Last.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "このように公表されます" })).ToBeVisibleAsync();
        // What two impatient clicks and a retry send: the same form, three times at once.
        var receipts = await page.EvaluateAsync<string[]>("""
            () => Promise.all([1, 2, 3].map(async () => {
              const form = document.querySelector('form[action$="/submit"]');
              const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, form.querySelector('[value=send]')) });
              return new URL(answer.url).pathname;
            }))
            """);

        Assert.StartsWith("/receipts/", Assert.Single(receipts.Distinct()), StringComparison.Ordinal);
        var ledger = await site.Program.Ledger("plan-2030");
        Assert.Single(ledger.GetProperty("items").EnumerateArray(), s => s.ToString().Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_survives_a_reload_and_a_lost_connection()
    {
        var page = await site.Visitor();
        await page.GotoAsync($"{Consultation}/submit");
        await Write(page, 1, "書きかけの言葉");
        await page.ReloadAsync();
        await Expect(page.GetByText("書きかけの文章を戻しました。")).ToBeVisibleAsync();
        await Expect(Opinion(page, 1)).ToHaveValueAsync("書きかけの言葉");

        await FillSender(page);
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "内容を確かめる" }).Last.ClickAsync();
        await Expect(page.GetByText("書いた文章はこの端末に残っています")).ToBeVisibleAsync();
        await Expect(Opinion(page, 1)).ToHaveValueAsync("書きかけの言葉");

        await page.Context.SetOfflineAsync(false);
        await page.GetByRole(AriaRole.Button, new() { Name = "内容を確かめる" }).Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "送る" }).ClickAsync();
        await Expect(page.Locator(".receipt-number")).ToBeVisibleAsync();
        // The receipt is there before its script has run.
        await page.WaitForFunctionAsync("() => !localStorage.getItem('draft:' + document.querySelector('[data-draft-clear]').dataset.draftClear)");
        await page.GotoAsync($"{Consultation}/submit");
        await Expect(Opinion(page, 1)).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Everything_can_be_done_with_the_keyboard()
    {
        var page = await site.Visitor(width: 320);
        await page.GotoAsync($"{Consultation}/submit");
        await TabTo(page, "opinions-0-text");
        await page.Keyboard.TypeAsync("キーボードだけで書きました");
        await TabTo(page, "sender-name");
        await page.Keyboard.TypeAsync("大槌 はるか");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("大町");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "このように公表されます" })).ToBeVisibleAsync();
        await TabToButton(page, "送る");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".receipt-number")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Words_picked_out_of_a_passage_are_kept_as_a_quote()
    {
        var page = await site.Visitor();
        await page.GotoAsync($"{Consultation}/plan");
        await page.GetByText("紙の両方で受け付け").SelectTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "選んだ言葉に意見を書く" }).ClickAsync();
        await Expect(page.Locator("blockquote")).ToContainTextAsync("スマートフォンと紙の両方で受け付け");
    }

    static ILocator Opinion(IPage page, int number) => page.Locator($"#opinions-{number - 1}-text");

    static Task Write(IPage page, int number, string text) => Opinion(page, number).FillAsync(text);

    static async Task FillSender(IPage page)
    {
        await page.GetByLabel("お名前").FillAsync("大槌 はるか");
        await page.GetByLabel("ご住所").FillAsync("大町1-2-3");
    }

    static Task TabTo(IPage page, string id) => TabUntil(page, $"document.activeElement.id === '{id}'");

    static Task TabToButton(IPage page, string name) => TabUntil(page, $"document.activeElement.textContent.trim() === '{name}'");

    static async Task TabUntil(IPage page, string reached)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>($"() => {reached}")) return;
        }
        Assert.Fail($"Eighty tabs did not lead to: {reached}");
    }
}
