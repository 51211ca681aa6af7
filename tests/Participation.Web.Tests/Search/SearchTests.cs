using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Participation.TestKit;

namespace Participation.Web.Tests.Search;

public abstract class SearchTests(TestSite site)
{
    [Fact]
    public async Task A_program_finds_what_a_page_finds_and_reads_on_where_it_stopped()
    {
        var slug = await site.Announce();
        for (var i = 0; i < 3; i++) await site.Submit(slug, $"鱒の養殖 {i}");
        await Wait.Until(async () => (await Opinions("鱒&limit=2")).GetProperty("count").GetInt32() is 3);

        var first = await Opinions("鱒&kind=opinion&limit=2");
        var second = await Opinions($"鱒&kind=opinion&limit=2&after={first.GetProperty("next")}");
        Assert.Equal([4, 3], Sequences(first));
        Assert.Equal([2], Sequences(second));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        var marked = first.GetProperty("items")[0].GetProperty("snippet").EnumerateArray().Single(p => p.GetProperty("marked").GetBoolean());
        Assert.Equal("鱒", marked.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("港&kind=sender", "search-kind-unknown")]
    [InlineData("長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長", "field-too-long")]
    public async Task What_can_not_be_asked_is_refused(string query, string code)
    {
        var answer = await site.Http.GetAsync($"/api/v1/search?q={query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"urn:participation:{code}", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Http.GetAsync($"/search?q={query}")).StatusCode);
    }

    [Fact]
    public async Task What_was_typed_stands_on_the_page_as_words()
    {
        var page = await site.Http.GetStringAsync($"/search?q={Uri.EscapeDataString("<script>alert(1)</script> \"' 港")}");
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_series_of_the_demo_town_is_found_and_led_to() => await Wait.Until(async () =>
        (await site.Http.GetStringAsync("/search?q=" + Uri.EscapeDataString("未来づくりの対話") + "&kind=series")).Contains("href=\"/series/mirai-dialogue\"", StringComparison.Ordinal));

    [Fact]
    public async Task It_is_described() => Assert.Contains(
        "countedAll", await site.Http.GetStringAsync("/openapi/v1.json"), StringComparison.Ordinal);

    async Task<JsonElement> Opinions(string query) => (await site.Http.GetFromJsonAsync<JsonElement>($"/api/v1/search?q={query}"))
        .GetProperty("groups").EnumerateArray().Single(g => g.GetProperty("kind").GetString() is "opinion");

    static IEnumerable<long> Sequences(JsonElement group) => group.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("sequence").GetInt64());
}

public sealed class SearchOnSqlite(SiteOnSqlite site) : SearchTests(site), IClassFixture<SiteOnSqlite>;

public sealed class SearchOnPostgres(SiteOnPostgres site) : SearchTests(site), IClassFixture<SiteOnPostgres>;
