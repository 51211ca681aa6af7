using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Participation.TestKit;

namespace Participation.Web.Tests.Api;

public abstract class ContractTests(TestSite site)
{
    [Fact]
    public async Task A_submission_is_answered_with_a_receipt_and_looked_up_by_its_secret()
    {
        var slug = await site.Announce();
        var receipt = await site.Submit(slug, "ひとこと");
        Assert.Equal("accepted", receipt.GetProperty("status").GetString());
        var number = receipt.GetProperty("receiptNumber").GetString();

        var own = await Json(await site.Call(HttpMethod.Get, $"/api/v1/receipts/{number}?secret={receipt.GetProperty("receiptSecret")}"));
        Assert.Equal("ひとこと", own.GetProperty("opinions")[0].GetProperty("text").GetString());
        var wrong = await site.Call(HttpMethod.Get, $"/api/v1/receipts/{number}?secret=0000");
        await Refused(wrong, HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Errors_are_problems_with_a_code_in_the_readers_language()
    {
        var slug = await site.Announce();
        var path = $"/api/v1/consultations/{slug}/submissions";
        await Refused(await site.Call(HttpMethod.Post, path, new { opinions = new[] { new { text = "" } } }), HttpStatusCode.BadRequest, "opinion-required");
        await Refused(await site.CallRaw(HttpMethod.Post, path, "{だめ"u8.ToArray(), "application/json"), HttpStatusCode.BadRequest, "unreadable");
        await Refused(await site.Call(HttpMethod.Get, "/api/v1/nothing"), HttpStatusCode.NotFound, "not-found");
        await Refused(await site.Call(HttpMethod.Get, path), HttpStatusCode.Unauthorized, "sign-in-required");
        await Refused(await site.Call(HttpMethod.Get, path, who: "citizen"), HttpStatusCode.Forbidden, "not-allowed");
        await Refused(await site.Call(HttpMethod.Get, path, who: "nobody"), HttpStatusCode.Unauthorized, "token-unknown");
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nothing");
        ask.Headers.AcceptLanguage.ParseAdd("en");
        var english = await Json(await site.Http.SendAsync(ask));
        Assert.StartsWith("Nothing was found", english.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_window_it_is_not_open()
    {
        var slug = $"c-{Guid.NewGuid():N}";
        var body = new { slug, title = "案", opens = "2026-02-01T09:00:00+09:00", closes = "2026-03-31T17:00:00+09:00" };
        var announced = await Json(await site.Call(HttpMethod.Post, "/api/v1/consultations", body, "staff"));
        Assert.Equal("announced", announced.GetProperty("stage").GetString());
        Assert.Equal("2026-02-01T00:00:00+00:00", announced.GetProperty("window").GetProperty("opens").GetString());
        var early = await site.Call(HttpMethod.Post, $"/api/v1/consultations/{slug}/submissions", new { opinions = new[] { new { text = "早い" } } });
        await Refused(early, HttpStatusCode.Conflict, "not-open");
    }

    [Fact]
    public async Task A_key_makes_a_retry_safe_for_every_write()
    {
        var slug = $"c-{Guid.NewGuid():N}";
        object Body(string title) => new { slug, title, opens = "2025-12-25", closes = "2026-01-23" };
        var first = await site.Call(HttpMethod.Post, "/api/v1/consultations", Body("案"), "staff", key: slug);
        var again = await site.Call(HttpMethod.Post, "/api/v1/consultations", Body("案"), "staff", key: slug);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        await Refused(await site.Call(HttpMethod.Post, "/api/v1/consultations", Body("別"), "staff", key: slug), HttpStatusCode.UnprocessableEntity, "key-reused");
    }

    [Fact]
    public async Task Lists_are_read_by_sequence()
    {
        var slug = await site.Announce();
        for (var i = 0; i < 5; i++) await site.Submit(slug, $"声 {i}");
        var seen = new List<string?>();
        for (long? after = 0; after is not null;)
        {
            var page = await Json(await site.Call(HttpMethod.Get, $"/api/v1/consultations/{slug}/opinions?after={after}&limit=2"));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(o => o.GetProperty("text").GetString()));
            after = page.GetProperty("next").ValueKind is JsonValueKind.Null ? null : page.GetProperty("next").GetInt64();
        }
        Assert.Equal(["声 0", "声 1", "声 2", "声 3", "声 4"], seen);
    }

    [Fact]
    public async Task A_plan_is_put_in_two_kinds_of_text_and_refused_when_it_is_neither()
    {
        var slug = await site.Announce();
        var path = $"/api/v1/consultations/{slug}/plan";
        var put = await Json(await site.CallRaw(HttpMethod.Put, path, Encoding.UTF8.GetBytes("# 章\n\n本文です。\n"), "text/markdown; charset=utf-8", "staff"));
        Assert.Equal((1, 1), (put.GetProperty("sections").GetInt32(), put.GetProperty("passages").GetInt32()));
        var plan = await Json(await site.Call(HttpMethod.Get, path));
        Assert.Equal("本文です。", plan.GetProperty("sections")[0].GetProperty("passages")[0].GetProperty("text").GetString());
        await Refused(await site.CallRaw(HttpMethod.Put, path, [1, 2, 3], "application/pdf", "staff"), HttpStatusCode.UnsupportedMediaType, "media-type");
        await Refused(await site.CallRaw(HttpMethod.Put, path, [0xFF, 0xFE, 0x41], "text/plain", "staff"), HttpStatusCode.BadRequest, "plan-not-utf8");
    }

    [Fact]
    public async Task The_calls_are_described()
    {
        var description = await Json(await site.Call(HttpMethod.Get, "/openapi/v1.json"));
        var paths = description.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Contains("/api/v1/consultations/{slug}/submissions", paths);
        Assert.Contains("/api/v1/receipts/{number}", paths);
        Assert.Equal("Healthy", await site.Http.GetStringAsync("/health"));
    }

    static async Task<JsonElement> Json(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    static async Task Refused(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"urn:participation:{code}", (await Json(answer)).GetProperty("type").GetString());
    }
}

public sealed class ContractOnSqlite(SiteOnSqlite site) : ContractTests(site), IClassFixture<SiteOnSqlite>;

public sealed class ContractOnPostgres(SiteOnPostgres site) : ContractTests(site), IClassFixture<SiteOnPostgres>;
