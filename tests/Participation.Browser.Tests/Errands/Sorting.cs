using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Playwright;
using Participation.Browser.Tests.Running;
using Participation.Domain.Consultations;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Errands;

/// <summary>Staff sort what came in by all channels, from intake to a finished outline: by mouse, and by keyboard alone.</summary>
public sealed class Sorting(Site site) : IClassFixture<Site>
{
    const int Generated = 520;

    [Theory]
    [InlineData("mouse")]
    [InlineData("keyboard")]
    public async Task Opinions_of_eight_channels_become_groups_under_headings(string by)
    {
        var slug = $"sorting-{by}";
        await Announce(slug);
        var hand = new Hand(await site.Visitor(width: 1100), by is "keyboard");
        var page = hand.Page;
        await page.SignIn("staff@example.jp", "Kamaishi-2026!");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));

        var count = await Receive(hand, slug);

        // The same texts and form letters stand by themselves.
        var groups = $"/staff/consultations/{slug}/groups";
        await hand.ReloadUntil(groups, page.GetByText($"{count}件").First, page.GetByText("新しく届いた意見を"));
        await Expect(page.GetByText("反対", new() { Exact = true })).ToBeVisibleAsync();
        await Look(page);

        // A letter of a form: its words are marked; one is split off, and that is taken back.
        await hand.Follow(page.Locator(".group-line").Filter(new() { HasText = "ひな形が同じ文章" }).First.Locator(".group-name a"));
        await Expect(page.Locator("ins").First).ToBeVisibleAsync();
        await Look(page);
        await ActsBetween(hand);
        var total = await page.Locator(".group-total").First.InnerTextAsync();
        await hand.Choose(page.Locator("input[name=opinion]").Nth(2));
        await hand.Press(page.GetByRole(AriaRole.Button, new() { Name = "選んだ意見を別のグループに分ける" }));
        await Expect(page.GetByText("記録しました")).ToBeVisibleAsync();
        await Expect(page.Locator(".group-total").First).Not.ToHaveTextAsync(total);
        await hand.Key("z", page.GetByRole(AriaRole.Button, new() { Name = "元に戻す Z" }));
        await Expect(page.Locator(".group-total").First).ToHaveTextAsync(total);

        // Two groups become one.
        await hand.Follow(page.Locator(".breadcrumbs a").Filter(new() { HasTextRegex = new("^グループ$") }));
        var rows = page.Locator("input[name=group]");
        await hand.Choose(rows.Nth(0));
        await hand.Choose(rows.Nth(1));
        await hand.Key("m", page.GetByRole(AriaRole.Button, new() { Name = "選んだグループを一つにする" }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "このグループに入れたグループ" })).ToBeVisibleAsync();
        await Look(page);

        await Decide(hand, groups);
        await Outline(hand, groups);
    }

    /// <summary>A colleague names the group while somebody is about to split it: what was chosen stays chosen, and the page says what was done.</summary>
    static async Task ActsBetween(Hand hand)
    {
        var page = hand.Page;
        await hand.Choose(page.Locator("input[name=opinion]").Nth(1));
        var colleague = await page.Context.NewPageAsync();
        await colleague.GotoAsync(page.Url);
        await colleague.Locator(".group-rename summary").ClickAsync();
        await colleague.Locator("#title").FillAsync("図書館の時間");
        await colleague.GetByRole(AriaRole.Button, new() { Name = "名前を付ける", Exact = true }).ClickAsync();
        await Expect(colleague.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("図書館の時間");
        await colleague.CloseAsync();
        await hand.Press(page.GetByRole(AriaRole.Button, new() { Name = "選んだ意見を別のグループに分ける" }));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("の名前を変えました");
        await Expect(page.Locator("input[name=opinion]").Nth(1)).ToBeCheckedAsync();
        await Look(page);
    }

    /// <summary>Suggestions of like meaning, with why: accepted, rejected, taken back, decided to the last.</summary>
    static async Task Decide(Hand hand, string groups)
    {
        var page = hand.Page;
        await page.GotoAsync($"{groups}/suggestions");
        await hand.Press(page.GetByRole(AriaRole.Button, new() { Name = "候補を探す" }));
        await Expect(page.GetByText("候補を探しています").Or(page.GetByText("に終わりました")).First).ToBeVisibleAsync();
        await hand.ReloadUntil($"{groups}/suggestions", page.GetByText("に終わりました"), page.GetByText("候補を探しています"));
        await Expect(page.Locator(".weighed li").First).ToBeVisibleAsync();
        await Expect(page.Locator("mark").First).ToBeVisibleAsync();
        await Look(page);
        var heading = page.Locator("#suggestion-heading");
        foreach (var (key, name) in new[] { ("r", "グループにしない R"), ("z", "元に戻す Z"), ("a", "選んだ意見をグループにする A") })
        {
            var before = await heading.InnerTextAsync();
            await hand.Key(key, page.GetByRole(AriaRole.Button, new() { Name = name }));
            await Expect(heading).Not.ToHaveTextAsync(before);
        }
        while (await heading.IsVisibleAsync())
        {
            var before = await page.Locator("main [role=status]").InnerTextAsync();
            await hand.Key("a", page.GetByRole(AriaRole.Button, new() { Name = "選んだ意見をグループにする A" }));
            await Expect(page.Locator("main")).Not.ToContainTextAsync(before);
        }
        await Expect(page.GetByText("決まっていない候補はありません")).ToBeVisibleAsync();
    }

    static async Task Outline(Hand hand, string groups)
    {
        var page = hand.Page;
        await page.GotoAsync($"{groups}/outline");
        await hand.Press(page.GetByRole(AriaRole.Button, new() { Name = "見出しの案を作る" }));
        await Expect(page.GetByText("記録しました")).ToBeVisibleAsync();
        var section = page.Locator("[data-heading]").First;
        await hand.Write(section.GetByLabel("見出しの言葉"), "歩道と港のこと");
        await hand.Press(section.GetByRole(AriaRole.Button, new() { Name = "見出しを変える" }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "歩道と港のこと" })).ToBeVisibleAsync();
        var named = page.Locator("[data-heading]").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "歩道と港のこと" }) });
        var items = named.Locator("[data-group]");
        if (await items.CountAsync() < 2) named = page.Locator("[data-heading]:has([data-group] + [data-group])").First;
        items = named.Locator("[data-group]");
        var (first, second) = (await items.Nth(0).GetAttributeAsync("id"), await items.Nth(1).GetAttributeAsync("id"));
        if (hand.ByKeyboard) await hand.Press(items.Nth(1).GetByRole(AriaRole.Button, new() { Name = "上へ" }));
        else
        {
            await Expect(page.Locator("html[data-outline]")).ToBeVisibleAsync();
            await items.Nth(1).DragToAsync(items.Nth(0), new() { TargetPosition = new() { X = 20, Y = 4 } });
        }
        await Expect(page.Locator($"#{second} ~ #{first}")).ToBeVisibleAsync();
        await Expect(page.GetByText("見出しのないグループ")).ToHaveCountAsync(0);
        await Look(page);
    }

    static async Task Look(IPage page)
    {
        await page.ShouldFindNothing();
        Assert.Empty((await PageFacts.Of(page)).Faults);
    }

    async Task Announce(string slug) => await Send("/api/v1/consultations", "demo-staff", new
    {
        slug, title = $"{slug}の計画（案）", summary = "", opens = Day(Today.AddDays(-10)), closes = Day(Today.AddDays(30)),
        timeZone = "Asia/Tokyo", minimumDays = 30, requiredFields = Array.Empty<string>(),
        channels = Enum.GetNames<Channel>().Select(c => new { channel = char.ToLowerInvariant(c[0]) + c[1..], rule = "arrival" }),
    });

    /// <summary>
    /// What came in: on the web by itself; by all other channels in a sheet; a town's real opinions, where they lie beside the
    /// repository, in a sheet as the town keeps it; and one paper that is keyed in.
    /// </summary>
    async Task<int> Receive(Hand hand, string slug)
    {
        var channels = Enum.GetValues<Channel>();
        var texts = GeneratedOpinions.Make(Generated).Select((text, i) => (Text: text, Number: i, Channel: channels[i % channels.Length])).ToList();
        await Parallel.ForEachAsync(texts.Where(t => t.Channel is Channel.Web), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) =>
            await Send($"/api/v1/consultations/{slug}/submissions", null, new { sender = new { }, opinions = new[] { new { text = one.Text } } }));
        var paper = texts.Where(t => t.Channel is not Channel.Web).ToList();
        await TakeIn(hand, slug, Sheet("提出方法,氏名,意見", paper.Select(p => $"{p.Channel},差出人{p.Number},{p.Text}")), null, paper.Count);
        var town = GeneratedOpinions.OfATown().ToList();
        if (town.Count > 0) await TakeIn(hand, slug, Sheet("text", town.Select(t => $"\"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")), nameof(Channel.Meeting), town.Count);
        await KeyIn(hand, slug);
        return Generated + town.Count + 1;
    }

    static FilePayload Sheet(string header, IEnumerable<string> rows) =>
        new() { Name = "意見.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(header))) };

    static async Task TakeIn(Hand hand, string slug, FilePayload sheet, string? channel, int rows)
    {
        var page = hand.Page;
        await page.GotoAsync($"/staff/consultations/{slug}/submissions/import");
        await hand.Give(page.GetByLabel("表のファイル"), sheet);
        if (channel is not null) await hand.Pick(page.GetByLabel("提出方法"), channel);
        await hand.Write(page.GetByLabel("受領日"), Day(Today));
        await hand.Press(page.GetByRole(AriaRole.Button, new() { Name = "確かめる" }));
        await Expect(page.GetByText($"取り込める行 {rows}、")).ToBeVisibleAsync();
        await Look(page);
        await hand.Press(page.GetByRole(AriaRole.Button, new() { Name = $"取り込める{rows}行を取り込む" }));
        await Expect(page.GetByText($"{rows}件を受け付けました")).ToBeVisibleAsync();
    }

    static async Task KeyIn(Hand hand, string slug)
    {
        var page = hand.Page;
        await page.GotoAsync($"/staff/consultations/{slug}/submissions/new");
        await Expect(page.Locator("[data-keyin=ready]")).ToBeVisibleAsync();
        await hand.Write(page.GetByLabel("受領日"), Day(Today));
        await hand.Pick(page.GetByLabel("提出方法"), nameof(Channel.Counter));
        await hand.Write(page.Locator("#opinions-0-text"), "市役所の待合に、番号を読み上げる放送だけでなく、大きな表示もつけてください。");
        await hand.Press(page.Locator("[data-keyin-save]"));
        await Expect(page.GetByText("で受け付けました")).ToBeVisibleAsync();
    }

    static DateTimeOffset Today => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9));

    static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    async Task Send(string path, string? token, object body)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (token is not null) ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await site.Program.Http.SendAsync(ask);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
