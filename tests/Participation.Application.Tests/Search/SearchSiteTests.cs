using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Consultations;
using Participation.Application.Plans;
using Participation.Application.Search;
using Participation.Application.Series;
using Participation.Application.Tests.Series;
using Participation.Domain.Consultations;
using Participation.TestKit;

namespace Participation.Application.Tests.Search;

public abstract class SearchSiteTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Theory]
    [InlineData("港町の防潮堤を低くしてほしい", "堤")]
    [InlineData("港町の防潮堤を低くしてほしい", "防潮")]
    [InlineData("港町の防潮堤を低くしてほしい", "防潮堤")]
    [InlineData("港町の防潮堤を低くしてほしい", "防潮堤を低く")]
    [InlineData("港町の防潮堤を低くしてほしい", "港町 低く")]
    [InlineData("コンピューターサーバーの置き場", "ｺﾝﾋﾟｭｰﾀ さーば")]
    [InlineData("ＢＲＴの運賃、第２回", "brt 第2回")]
    [InlineData("a bike lane for everyone", "Bike")]
    [InlineData("a bike lane for everyone", "\"bike lane\"")]
    [InlineData("plan b is better", "\"plan b\"")]
    [InlineData("𠮷野さんの意見です", "𠮷")]
    [InlineData("末尾は塩", "塩")]
    public async Task Words_are_found_whatever_their_length_and_spelling(string text, string query)
    {
        var slug = await Said(text);
        var hit = Assert.Single((await Opinions(query)).Items, h => h.Slug == slug);
        Assert.Contains(hit.Snippet, p => p.Marked);
        Assert.Equal(2, hit.Sequence);
    }

    [Theory]
    [InlineData("市民、参画の場", "市民参画")]
    [InlineData("潮防の堤", "防潮")]
    [InlineData("bike and lane", "\"bike lane\"")]
    [InlineData("plan c is better", "\"plan b\"")]
    [InlineData("港だけの話", "港 山")]
    [InlineData("opinion", "§")]
    public async Task What_does_not_hold_every_word_is_not_found(string text, string query)
    {
        var slug = await Said(text);
        Assert.DoesNotContain((await app.Send(new SearchSite(query, Limit: 50))).Value.Groups.SelectMany(g => g.Items), h => h.Slug == slug);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("' OR 1=1 --")]
    [InlineData("NEAR(a b)")]
    [InlineData("港 OR 山*")]
    [InlineData("Grams:港")]
    [InlineData("%")]
    [InlineData("_港%")]
    [InlineData("^港 + \\ {x}")]
    [InlineData("\0港")]
    public async Task Nothing_that_is_typed_is_syntax(string query)
    {
        await Said("山の話");
        var found = await app.Send(new SearchSite(query, Limit: 50));
        Assert.DoesNotContain(found.Value.Groups.SelectMany(g => g.Items), h => string.Concat(h.Snippet.Select(p => p.Text)) == "山の話");
    }

    [Fact]
    public async Task Late_and_withdrawn_opinions_are_never_shown_not_even_while_the_index_is_behind()
    {
        app.Clock.Now = new DateTimeOffset(2026, 1, 5, 3, 0, 0, TimeSpan.Zero);
        var slug = await app.Announce();
        var receipt = await app.Submit(slug, "取り下げる鯨");
        await CatchUp();
        Assert.Equal(1, (await Opinions("鯨")).Count);
        // The index has not been told; the row has.
        await app.Send(new WithdrawSubmission(receipt.ReceiptNumber, receipt.ReceiptSecret));
        Assert.Equal((0, 0), ((await Opinions("鯨")).Count, (await Opinions("鯨")).Items.Count));
        app.Clock.Now = new DateTimeOffset(2026, 1, 23, 15, 0, 0, TimeSpan.Zero);
        await app.Submit(slug, "遅れて来た鯨");
        await CatchUp();
        Assert.Equal(0, (await Opinions("鯨")).Count);
        Assert.True((await app.Send(new SearchSite("鯨"), TestApp.Staff)).Value.Nothing);
        app.Clock.Now = new DateTimeOffset(2026, 1, 5, 3, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public async Task A_plan_is_found_by_its_newest_words_in_reading_order_with_their_anchors()
    {
        var slug = await app.Announce(c => c with { Title = "灯台の計画", Office = "港湾課" });
        await Import(slug, "# 灯台\n\n灯台を二つ建てる。\n\n## 灯台守\n\n霧笛を鳴らす。\n");
        await Import(slug, "# 灯台\n\n灯台を三つ建てる。\n\n## 灯台守\n\n霧笛を鳴らす。\n");
        await CatchUp();
        var groups = (await app.Send(new SearchSite("灯台"))).Value.Groups.ToDictionary(g => g.Kind);
        Assert.Equal(slug, Assert.Single(groups["consultation"].Items).Slug);
        Assert.Equal(["灯台", "灯台", "灯台守"], groups["plan"].Items.Select(h => h.Title));
        var plan = (await app.Send(new GetPlan(slug))).Value;
        Assert.All(groups["plan"].Items, h => Assert.Contains(plan.Sections.SelectMany(s => s.All()), s => s.Anchor == h.Anchor || s.Passages.Any(p => p.Anchor == h.Anchor)));
        Assert.True((await app.Send(new SearchSite("二つ建てる"))).Value.Nothing);
        Assert.Equal(slug, Assert.Single((await app.Send(new SearchSite("港湾課"))).Value.Groups[0].Items).Slug);
    }

    [Fact]
    public async Task A_series_is_found_by_its_own_words_and_its_meetings_once_it_is_published_and_as_it_is_by_now()
    {
        var slug = await app.OpenSeries(published: false);
        Assert.Equal(2, (await app.Send(new SaveMeeting(slug, null, Seriesing.Plan(new(2026, 2, 2), title: "鯔の群れを見る会")), TestApp.Staff)).Value);
        await CatchUp();
        Assert.Empty((await Series("鯔")).Items);
        Assert.Empty((await app.Send(new SearchSite("鯔"), TestApp.Staff)).Value.Groups.Single(g => g.Kind is "series").Items);

        await app.Send(new PublishSeries(slug), TestApp.Staff);
        await CatchUp();
        var hit = Assert.Single((await Series("鯔")).Items);
        Assert.Equal((slug, "まちを話す会", "計画づくり"), (hit.Slug, hit.Title, hit.Consultation));
        Assert.Contains(hit.Snippet, p => p is { Marked: true, Text: "鯔" });

        var version = (await app.Send(new GetSeries(slug))).Value.Version;
        Assert.Null((await app.Send(new SaveSeries(slug, null, "蛸を話す会", "みんなで", version), TestApp.Staff)).Why);
        await CatchUp();
        Assert.Equal(slug, Assert.Single((await Series("蛸")).Items).Slug);
    }

    [Fact]
    public async Task One_kind_is_read_page_by_page_newest_first_and_every_one_once()
    {
        var slug = await app.Announce();
        for (var i = 0; i < 7; i++) await app.Submit(slug, $"貝殻 {i}");
        await CatchUp();
        var seen = new List<long>();
        for (long? after = null; ;)
        {
            var group = (await app.Send(new SearchSite("貝殻", "opinion", after, 3))).Value.Groups.Single(g => g.Kind is "opinion");
            Assert.Equal((7, true), (group.Count, group.CountedAll));
            seen.AddRange(group.Items.Select(h => h.Sequence!.Value));
            if (group.Next is null) break;
            after = group.Next;
        }
        Assert.Equal([8, 7, 6, 5, 4, 3, 2], seen);
    }

    [Fact]
    public async Task What_is_asked_is_bounded()
    {
        Assert.Equal("field-too-long", (await app.Send(new SearchSite(new string('港', 101)))).Why!.Code);
        Assert.Equal("search-kind-unknown", (await app.Send(new SearchSite("港", "sender"))).Why!.Code);
        Assert.Empty((await app.Send(new SearchSite(null))).Value.Groups);
        Assert.Empty((await app.Send(new SearchSite("　、。"))).Value.Groups);
    }

    async Task<string> Said(string text)
    {
        var slug = await app.Announce();
        await app.Submit(slug, text);
        await CatchUp();
        return slug;
    }

    async Task<SearchGroup> Opinions(string query) =>
        (await app.Send(new SearchSite(query, "opinion", Limit: 50))).Value.Groups.Single(g => g.Kind is "opinion");

    async Task<SearchGroup> Series(string query) => (await app.Send(new SearchSite(query, "series"))).Value.Groups.Single(g => g.Kind is "series");

    async Task Import(string slug, string markdown) =>
        Assert.False((await app.Send(new ImportPlan(slug, PlanFormat.Markdown, Encoding.UTF8.GetBytes(markdown)), TestApp.Staff)).Refused);

    Task CatchUp() => app.Services.GetRequiredService<SearchIndexer>().CatchUp(0, CancellationToken.None);
}

public sealed class SearchSiteOnSqlite(OnSqlite engine) : SearchSiteTests(engine), IClassFixture<OnSqlite>;

public sealed class SearchSiteOnPostgres(OnPostgres engine) : SearchSiteTests(engine), IClassFixture<OnPostgres>;
