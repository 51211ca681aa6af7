using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Participation.Domain.Tests.Plans;
using Participation.TestKit;

namespace Participation.Web.Tests.Calendars;

/// <summary>A space from outside: the API, the calendar to subscribe to, the feeds to follow.</summary>
public abstract class SpaceFilesTests(TestSite site)
{
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_program_makes_a_space_gives_it_a_calendar_and_reads_it_back()
    {
        var slug = await Open();
        await Schedule(slug, "R7,審議会,1,2025-12-24,,planned,諮問\n\nR7,作業部会,,2025-11,,done,\n");
        var timeline = await site.Http.GetFromJsonAsync<JsonElement>($"/api/v1/spaces/{slug}/timeline");
        var (first, second) = (timeline.GetProperty("items")[0], timeline.GetProperty("items")[1]);
        Assert.Equal(("2025-12-24", 1, 1), (first.GetProperty("start").GetString(), first.GetProperty("number").GetInt32(), first.GetProperty("days").GetInt32()));
        Assert.Equal(("2025-11", "done", 2025), (second.GetProperty("start").GetString(), second.GetProperty("status").GetString(), second.GetProperty("year").GetInt32()));
        var space = (await site.Http.GetFromJsonAsync<JsonElement>($"/api/v1/spaces/{slug}")).GetProperty("space");
        Assert.Equal("聞く", space.GetProperty("phases")[0].GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync("/api/v1/spaces/nowhere/timeline")).StatusCode);
    }

    [Fact]
    public async Task Every_bad_row_is_named_with_the_line_an_editor_shows()
    {
        var refused = await Put(await Open(), "R7,審議会,,2025-12-24,,planned,\"二行に\nわたる\"\n\nR6,審議会,,2025-02-30,,planned,\nR7,,,2025-06-02,2025-06-01,maybe,\n");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var said = await refused.Content.ReadAsStringAsync();
        foreach (var fault in new[] { "line 5", "timeline-date", "2025-02-30", "line 6", "timeline-mechanism", "timeline-status" })
            Assert.Contains(fault, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/csv", "開始,終了\n1,2\n", "timeline-header", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{}", "", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_calendar_is_refused_by_name(string mediaType, string body, string code, HttpStatusCode status)
    {
        var refused = await site.CallRaw(HttpMethod.Put, $"/api/v1/spaces/{await Open()}/timeline", Encoding.UTF8.GetBytes(body), mediaType, "staff");
        Assert.Equal(status, refused.StatusCode);
        Assert.Contains(code, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "title": "場", "phases": [null] }""")]
    [InlineData("""{ "title": "場", "phases": [{ "name": "聞く" }] }""")]
    [InlineData("""{ "title": "場", "phases": [{ "name": "聞く", "from": "2026-01-02", "until": "2026-01-01" }] }""")]
    [InlineData("""{ "title": " " }""")]
    public async Task A_space_that_is_not_whole_is_refused(string body) => Assert.Equal(
        HttpStatusCode.BadRequest,
        (await site.CallRaw(HttpMethod.Put, $"/api/v1/spaces/s-{Guid.NewGuid():N}", Encoding.UTF8.GetBytes(body), "application/json", "staff")).StatusCode);

    [RealPlanFact]
    public async Task A_real_citys_calendar_is_there_to_subscribe_to()
    {
        var slug = await Open();
        (await Put(slug, RealPlans.Bytes("kamaishi-timeline.csv"))).EnsureSuccessStatusCode();
        var answer = await site.Http.GetAsync($"/spaces/{slug}/calendar.ics");
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var events = Events(await answer.Content.ReadAsStringAsync());

        // 26 rows, less four whose day is not said (one of them postponed) and the one of which nothing is known.
        Assert.Equal(21, events.Count);
        Assert.Equal(21, events.Select(e => e["UID"]).Distinct().Count());
        Assert.All(events, e => Assert.Equal("CONFIRMED", e["STATUS"]));
        var call = Assert.Single(events, e => e["SUMMARY"] is "ディシデム・パブリックコメント");
        Assert.Equal(("20251225", "20260124"), (call["DTSTART;VALUE=DATE"], call["DTEND;VALUE=DATE"]));
        Assert.Equal(["20241008", "20250415"], events.Where(e => e["SUMMARY"] is "総合計画策定委員会（第1回）").Select(e => e["DTSTART;VALUE=DATE"]));
    }

    [Fact]
    public async Task A_meeting_that_moves_or_gets_a_neighbour_keeps_its_place_and_a_postponed_one_is_cancelled()
    {
        var slug = await Open();
        await Schedule(slug, "R7,審議会,,2025-12-24,,planned,\nR7,審議会,2,2026-01-28,,planned,\nR7,説明会,,2026-02,,planned,\nR7,説明会,,2026-02-10,,planned,\n");
        var before = await Calendar(slug);
        await Schedule(slug, "R7,懇談会,,2026-01-13,,planned,\nR7,審議会,,2025-12-25,,planned,\nR7,審議会,2,2026-01-28,,postponed,\nR7,説明会,,2026-02-03,,planned,\nR7,説明会,,2026-02-10,,planned,\n");
        var after = await Calendar(slug);

        Assert.Equal((3, 5), (before.Count, after.Count));
        Assert.Equal(before.Select(e => e["UID"]), after.Where(e => e["DTSTART;VALUE=DATE"] is "20251225" or "20260128" or "20260210").Select(e => e["UID"]));
        Assert.Equal("CANCELLED", Assert.Single(after, e => e["SUMMARY"] is "審議会（第2回）")["STATUS"]);
        Assert.Equal(await site.Http.GetStringAsync($"/spaces/{slug}/calendar.ics"), await site.Http.GetStringAsync($"/spaces/{slug}/calendar.ics"));
    }

    [Fact]
    public async Task The_window_of_a_spaces_call_is_in_its_calendar_and_its_steps_are_in_the_feeds()
    {
        var slug = await Open();
        var call = $"c-{Guid.NewGuid():N}";
        var body = new { slug = call, space = slug, title = "案 \u0007 <b>&", opens = "2025-12-25", closes = "2026-01-23" };
        (await site.Call(HttpMethod.Post, "/api/v1/consultations", body, "staff")).EnsureSuccessStatusCode();
        var window = Assert.Single(await Calendar(slug));
        Assert.Equal(("20251225", "20260124"), (window["DTSTART;VALUE=DATE"], window["DTEND;VALUE=DATE"]));

        foreach (var path in new[] { $"/spaces/{slug}/feed.xml", "/feed.xml" })
        {
            var answer = await site.Http.GetAsync(path);
            Assert.Equal("application/atom+xml; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
            var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
            Assert.Equal(Atom + "feed", feed.Name);
            foreach (var part in new[] { "id", "title", "updated", "author" }) Assert.Single(feed.Elements(Atom + part));
            Assert.Equal(["alternate", "self"], feed.Elements(Atom + "link").Select(l => l.Attribute("rel")!.Value).Order());
            var entries = feed.Elements(Atom + "entry").ToList();
            Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
            Assert.All(entries, e => Assert.True(DateTimeOffset.TryParse(e.Element(Atom + "updated")!.Value, out _)));
            Assert.Contains(entries, e => e.Element(Atom + "id")!.Value.EndsWith($"/consultations/{call}#opened", StringComparison.Ordinal));
            Assert.Contains(entries, e => e.Element(Atom + "id")!.Value.EndsWith($"/spaces/{slug}#changed-1", StringComparison.Ordinal));
            Assert.DoesNotContain(entries, e => e.Element(Atom + "id")!.Value.EndsWith($"/consultations/{call}#closed", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_pages_say_where_their_feeds_are()
    {
        var slug = await Open();
        Assert.Contains("href=\"/feed.xml\"", await site.Http.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains($"href=\"/spaces/{slug}/feed.xml\"", await site.Http.GetStringAsync($"/spaces/{slug}"), StringComparison.Ordinal);
    }

    async Task<string> Open()
    {
        var slug = $"s-{Guid.NewGuid():N}";
        var body = new { title = "計画をつくる", phases = new[] { new { name = "聞く", from = "2025-12-25", until = "2026-01-23" } } };
        (await site.Call(HttpMethod.Put, $"/api/v1/spaces/{slug}", body, "staff")).EnsureSuccessStatusCode();
        return slug;
    }

    async Task Schedule(string slug, string rows) => (await Put(slug, rows)).EnsureSuccessStatusCode();

    Task<HttpResponseMessage> Put(string slug, string rows) => Put(slug, Encoding.UTF8.GetBytes($"fiscal_year,mechanism,no,start,end,status,note\n{rows}"));

    Task<HttpResponseMessage> Put(string slug, byte[] csv) => site.CallRaw(HttpMethod.Put, $"/api/v1/spaces/{slug}/timeline", csv, "text/csv", "staff");

    async Task<List<Dictionary<string, string>>> Calendar(string slug) => Events(await site.Http.GetStringAsync($"/spaces/{slug}/calendar.ics"));

    static List<Dictionary<string, string>> Events(string ics) =>
    [
        .. ics.Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT\r\n")[1..].Select(e => e.Split("END:VEVENT")[0]
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).ToDictionary(line => line.Split(':')[0], line => line[(line.IndexOf(':') + 1)..])),
    ];
}

public sealed class SpaceFilesOnSqlite(SiteOnSqlite site) : SpaceFilesTests(site), IClassFixture<SiteOnSqlite>;

public sealed class SpaceFilesOnPostgres(SiteOnPostgres site) : SpaceFilesTests(site), IClassFixture<SiteOnPostgres>;
