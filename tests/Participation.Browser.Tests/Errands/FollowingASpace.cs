using System.Text;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Somebody follows how a plan is made; staff keep its calendar.</summary>
public sealed class FollowingASpace(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_home_to_where_the_plan_stands_and_what_to_do_now(bool script)
    {
        var page = await site.Visitor(script: script);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "総合計画 後期基本計画をつくる" }).ClickAsync();
        await Expect(page.Locator(".phase[aria-current=step]")).ToContainTextAsync("意見を聞く");
        await Expect(page.Locator(".timeline-entry")).ToHaveCountAsync(23);
        await Expect(page.Locator(".timeline-entry[aria-current=date]")).ToContainTextAsync("意見募集");
        await Expect(page.Locator(".timeline-entry", new() { HasText = "会場の都合により延期" })).ToContainTextAsync("延期");
        await page.ShouldFit();
        if (script) await page.ShouldFindNothing();

        // On a phone the words come before the drawing, which moves within its own box and opens at today.
        var (words, drawing) = (await page.Locator(".timeline-words").BoundingBoxAsync(), await page.Locator(".timeline").BoundingBoxAsync());
        Assert.True(words!.Y < drawing!.Y);
        Assert.True(drawing.X + drawing.Width <= 360);
        if (script)
        {
            var today = await page.Locator(".timeline tbody .timeline-today").First.BoundingBoxAsync();
            Assert.InRange(today!.X, drawing.X, drawing.X + drawing.Width);
        }

        var ics = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "カレンダーに入れる（iCalendar）" }).ClickAsync());
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", await File.ReadAllTextAsync(await ics.PathAsync()), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "総合計画 後期基本計画（案）への意見募集" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "総合計画 後期基本計画をつくる" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/spaces/plan-making$"));
    }

    [Fact]
    public async Task On_paper_the_whole_drawing_and_every_word_are_there()
    {
        var page = await site.Visitor(width: 794);
        await page.GotoAsync("/spaces/plan-making");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(642, 1000);
        Assert.True(await page.Locator(".timeline").EvaluateAsync<bool>("box => box.scrollWidth <= box.clientWidth + 1"));
        await Expect(page.Locator(".timeline-entry").Last).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Staff_see_each_bad_row_then_the_calendar_then_keep_it(bool script)
    {
        var page = await site.Visitor(script: script);
        await page.GotoAsync("/staff/spaces/new");
        await page.GetByLabel("メールアドレス").FillAsync("staff@example.jp");
        await page.GetByLabel("パスワード").FillAsync("Kamaishi-2026!");
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする" }).ClickAsync();

        await page.GetByLabel("アドレスに使う名前").FillAsync($"errand-{script.ToString().ToLowerInvariant()}");
        await page.Locator("#phases-0-name").FillAsync("聞く");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("初日");
        if (script) await page.ShouldFindNothing();
        await page.Locator("#title").FillAsync("港のこれから");
        await page.Locator("#phases-0-from").FillAsync("2026-01-05");
        await page.Locator("#phases-0-until").FillAsync("2026-01-20");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存する" }).ClickAsync();
        await Expect(page.GetByText("保存しました。")).ToBeVisibleAsync();

        await Check(page, "R7,審議会,1,2025-02-30,,planned,\nR7,審議会,2,2025-06-01,,planned,\nR7,審議会,2,2025-06-01,,maybe,\n");
        await Expect(page.GetByText("2行目：日付「2025-02-30」はありません。")).ToBeVisibleAsync();
        await Expect(page.GetByText("4行目：状態「maybe」を読めません。")).ToBeVisibleAsync();
        if (script) await page.ShouldFindNothing();
        await page.ShouldFit();

        await Check(page, "R7,審議会,1,2025-12-25,2026-01-23,planned,諮問\n");
        await Expect(page.GetByText("（30日間）")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "日程を置きかえる" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "公開ページを見る" }).ClickAsync();
        await Expect(page.Locator(".timeline-entry")).ToContainTextAsync("審議会（第1回）");
    }

    static async Task Check(IPage page, string rows)
    {
        var bytes = Encoding.UTF8.GetBytes($"fiscal_year,mechanism,no,start,end,status,note\n{rows}");
        await page.Locator("#timeline").SetInputFilesAsync(new FilePayload { Name = "日程.csv", MimeType = "text/csv", Buffer = bytes });
        await page.GetByRole(AriaRole.Button, new() { Name = "内容を確かめる" }).ClickAsync();
    }
}
