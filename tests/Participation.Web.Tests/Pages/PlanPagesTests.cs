using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Participation.Data;
using Participation.TestKit;

namespace Participation.Web.Tests.Pages;

public sealed class PlanPagesTests(PlanPagesTests.Site site) : IClassFixture<PlanPagesTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    [Fact]
    public async Task What_changed_is_said_in_words_and_marked_in_both_views()
    {
        var slug = await TwoVersions();
        foreach (var view in new[] { "marked", "side" })
        {
            var page = await Page($"/consultations/{slug}/plan/compare?from=1&to=2&view={view}");
            Assert.Equal(["変更", "追加"], page.QuerySelectorAll(".change-kind").Select(k => k.TextContent));
            Assert.Equal("削除 参加 削除ここまで", page.QuerySelector("article del")!.TextContent);
            Assert.Equal("追加 参画 追加ここまで", page.QuerySelector("article ins")!.TextContent);
            Assert.Contains("おわりの段落。", page.QuerySelector("details.change-rest")!.TextContent, StringComparison.Ordinal);
        }
        var plan = await Page($"/consultations/{slug}/plan");
        Assert.Equal(2, plan.QuerySelectorAll(".plan-versions li").Length);
        Assert.Equal($"/consultations/{slug}/plan/compare?from=1&to=2", plan.QuerySelector(".plan-versions a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_api_gives_an_older_version_and_what_changed()
    {
        var slug = await TwoVersions();
        var path = $"/api/v1/consultations/{slug}/plan";
        Assert.Equal(1, (await site.Http.GetFromJsonAsync<JsonElement>($"{path}?version=1")).GetProperty("version").GetInt32());
        Assert.Equal(2, (await site.Http.GetFromJsonAsync<JsonElement>(path)).GetProperty("version").GetInt32());
        var changes = await site.Http.GetFromJsonAsync<JsonElement>($"{path}/changes?from=1&to=2");
        Assert.Equal("changed", changes.GetProperty("sections")[0].GetProperty("passages")[0].GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync($"{path}/changes?from=1&to=3")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync($"{path}?version=9")).StatusCode);
    }

    [Fact]
    public async Task A_passage_has_a_page_with_its_opinions_and_ways_to_share_it()
    {
        var slug = await TwoVersions();
        var passages = (await site.Http.GetFromJsonAsync<JsonElement>($"/api/v1/consultations/{slug}/plan")).GetProperty("sections")[0].GetProperty("passages");
        var (first, second) = (passages[0].GetProperty("anchor").GetString()!, passages[1].GetProperty("anchor").GetString()!);
        await Say(slug, first, "ここへの声");
        await Say(slug, first, "もう一つの声");
        await Say(slug, second, "よその声");

        var page = await Page($"/consultations/{slug}/plan/{first}");
        Assert.Equal(["もう一つの声", "ここへの声"], page.QuerySelectorAll(".opinion-text").Select(o => o.TextContent));
        Assert.NotNull(page.QuerySelector($"a[href='/consultations/{slug}/submit?anchor={first}']"));
        var address = $"{site.Address.GetLeftPart(UriPartial.Authority)}/consultations/{slug}/plan/{first}";
        Assert.Equal(address, page.QuerySelector(".share-address")!.TextContent);
        Assert.Contains(Uri.EscapeDataString(address), page.QuerySelector("a[href^='https://line.me/R/msg/text/?']")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains(address, page.QuerySelector("svg.qr")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        // The counts beside the passages, and the lists of the others, stay their own.
        var plan = await Page($"/consultations/{slug}/plan");
        Assert.Equal(["意見 2件", "意見 1件", null], plan.QuerySelectorAll(".passage-here").Select(a => a.QuerySelector(".passage-count")?.TextContent));
        Assert.Equal(["よその声"], (await Page($"/consultations/{slug}/plan/{second}")).QuerySelectorAll(".opinion-text").Select(o => o.TextContent));
        Assert.Equal(3, (await Page($"/consultations/{slug}")).QuerySelectorAll(".opinion-text").Length);
    }

    [Fact]
    public async Task A_link_to_words_of_an_older_version_leads_on()
    {
        var slug = await TwoVersions();
        var changes = await site.Http.GetFromJsonAsync<JsonElement>($"/api/v1/consultations/{slug}/plan/changes?from=1&to=2");
        var passage = changes.GetProperty("sections")[0].GetProperty("passages")[0];
        var page = await Page($"/consultations/{slug}/plan/{passage.GetProperty("beforeAnchor").GetString()}");
        Assert.Contains("市民が参加する場", page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".notice a[href='/consultations/{slug}/plan/{passage.GetProperty("anchor").GetString()}']"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync($"/consultations/{slug}/plan/p-nowhere")).StatusCode);
    }

    [Fact]
    public async Task Words_are_found_in_the_plan_and_marked_without_breaking_it()
    {
        var slug = await TwoVersions();
        var page = await Page($"/consultations/{slug}/plan?q={Uri.EscapeDataString("ｻﾝｶｸ 場")}");
        Assert.Empty(page.QuerySelectorAll(".search-hit"));
        Assert.NotNull(page.QuerySelector(".empty"));
        page = await Page($"/consultations/{slug}/plan?q={Uri.EscapeDataString("参画 場")}");
        var hit = Assert.Single(page.QuerySelectorAll(".search-hit"));
        Assert.Equal($"#{page.QuerySelector("[data-passage]")!.Id}", hit.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["参画", "場"], page.QuerySelectorAll("article mark").Select(m => m.TextContent));
        // What one looked for is not what the next one gets.
        Assert.Empty((await Page($"/consultations/{slug}/plan")).QuerySelectorAll("mark"));
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Http.GetAsync($"/consultations/{slug}/plan?q={new string('a', 101)}")).StatusCode);
    }

    async Task<IDocument> Page(string path) => new HtmlParser().ParseDocument(await site.Http.GetStringAsync(path));

    async Task Say(string slug, string anchor, string text) =>
        (await site.Call(HttpMethod.Post, $"/api/v1/consultations/{slug}/submissions", new { opinions = new[] { new { text, anchor } } })).EnsureSuccessStatusCode();

    async Task<string> TwoVersions()
    {
        var slug = await site.Announce();
        await Import(slug, "# 章\n\n市民が参加する場をつくります。\n\nおわりの段落。");
        await Import(slug, "# 章\n\n市民が参画する場をつくります。\n\nおわりの段落。\n\nまったく別の港の話。");
        return slug;
    }

    async Task Import(string slug, string markdown) =>
        (await site.CallRaw(HttpMethod.Put, $"/api/v1/consultations/{slug}/plan", Encoding.UTF8.GetBytes(markdown), "text/markdown", "staff")).EnsureSuccessStatusCode();
}
