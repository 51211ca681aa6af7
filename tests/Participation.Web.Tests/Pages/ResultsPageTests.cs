using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Participation.Data;
using Participation.TestKit;

namespace Participation.Web.Tests.Pages;

public sealed class ResultsPageTests(ResultsPageTests.Site site) : IClassFixture<ResultsPageTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    [Fact]
    public async Task Chart_table_and_csv_say_the_same()
    {
        var slug = await Filled();
        var page = new HtmlParser().ParseDocument(await site.Http.GetStringAsync($"/consultations/{slug}/results"));
        var figures = page.QuerySelectorAll("section.result");
        Assert.Equal(["days", "channels", "age-bands"], figures.Select(f => f.QuerySelector("h2")!.Id));
        foreach (var figure in figures)
        {
            var table = figure.QuerySelectorAll("table tbody tr, table tfoot tr").Select(Cells).ToList();
            var bytes = await site.Http.GetByteArrayAsync(figure.QuerySelector(".result-csv a")!.GetAttribute("href"));
            Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
            var csv = Encoding.UTF8.GetString(bytes[3..]).TrimEnd().Split("\r\n").Skip(1).Select(line => line.Split(',')).ToList();
            // A reader's thousands are a program's plain numbers.
            Assert.Equal(table.Select(row => string.Join(' ', row.Skip(1)).Replace(",", "", StringComparison.Ordinal)), csv.Select(row => string.Join(' ', row.Skip(1))));
            Assert.Equal("計", table[^1][0]);
            Assert.Contains("n=", figure.TextContent, StringComparison.Ordinal);
            if (figure.QuerySelector("h2")!.Id is "days")
            {
                // The window runs to 1/23, today is 1/5: days that are still to come are not zeros.
                Assert.Equal(13, table.Count);
                Assert.Equal(("2025-12-25", "2026-01-05"), (csv[0][0], csv[^2][0]));
                Assert.Single(figure.QuerySelectorAll("svg .chart-bar"));
                continue;
            }
            var drawn = figure.QuerySelectorAll("svg .chart-label").Select(t => t.TextContent);
            Assert.Equal(table.SkipLast(1).Select(row => row[0]), drawn);
        }
        var ages = figures[2].QuerySelectorAll("tbody tr").Select(Cells).ToList();
        Assert.Equal(["30代 9 56.3% 300 30.0%", "70代 非公表 — 700 70.0%", "不明（回答なし） 非公表 — — —", "まとめた区分 7 43.8% 700 70.0%"], ages.Select(row => string.Join(' ', row)));
    }

    [Fact]
    public async Task The_api_tells_the_same_and_takes_a_population_that_is_one()
    {
        var slug = await Filled();
        var results = await site.Http.GetFromJsonAsync<JsonElement>($"/api/v1/consultations/{slug}/results");
        var counts = await site.Http.GetFromJsonAsync<JsonElement>($"/api/v1/consultations/{slug}/counts");
        Assert.Equal(counts.GetProperty("opinions").GetInt32(), results.GetProperty("byDay").EnumerateArray().Sum(d => d.GetProperty("opinions").GetInt32()));
        Assert.Equal(7, counts.GetProperty("byAgeBand").GetProperty("folded").GetInt32());
        Assert.Equal(JsonValueKind.Null, results.GetProperty("byAgeBand").GetProperty("rows")[1].GetProperty("submitters").ValueKind);

        var path = $"/api/v1/consultations/{slug}/population";
        var refused = await site.Call(HttpMethod.Put, path, new { source = "台帳", byAgeBand = new object?[] { new { name = "火星", people = 1 }, null } }, "staff");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("urn:participation:population-unknown", problem.GetProperty("type").GetString());
        Assert.Contains("火星", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Call(HttpMethod.Put, path, new { })).StatusCode);
        var csv = await site.CallRaw(HttpMethod.Put, $"{path}?source=x", Encoding.UTF8.GetBytes("kind,name,people\nageBand,30代,5\n"), "text/csv", "staff");
        Assert.Equal(HttpStatusCode.OK, csv.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await site.CallRaw(HttpMethod.Put, path, [1], "image/png", "staff")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync($"/consultations/{slug}/results/secrets.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync("/consultations/nowhere/results")).StatusCode);
    }

    async Task<string> Filled()
    {
        var slug = $"c-{Guid.NewGuid():N}";
        var body = new { slug, title = "案", opens = "2025-12-25", closes = "2026-01-23", ageBands = new[] { "30代", "70代" }, optionalFields = new[] { "ageBand" } };
        (await site.Call(HttpMethod.Post, "/api/v1/consultations", body, "staff")).EnsureSuccessStatusCode();
        var people = new { source = "台帳", byAgeBand = new[] { new { name = "30代", people = 300 }, new { name = "70代", people = 700 } } };
        (await site.Call(HttpMethod.Put, $"/api/v1/consultations/{slug}/population", people, "staff")).EnsureSuccessStatusCode();
        foreach (var age in Enumerable.Repeat<string?>("30代", 9).Concat(Enumerable.Repeat<string?>("70代", 4)).Concat(Enumerable.Repeat<string?>(null, 3)))
        {
            var sent = await site.Call(HttpMethod.Post, $"/api/v1/consultations/{slug}/submissions", new { sender = new { ageBand = age }, opinions = new[] { new { text = "声" } } });
            sent.EnsureSuccessStatusCode();
        }
        return slug;
    }

    static List<string> Cells(IElement row) => [.. row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim())];
}
