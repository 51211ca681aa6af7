using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Participation.Data;
using Participation.TestKit;

namespace Participation.Web.Tests.Pages;

public sealed class TranslatedPagesTests(TranslatedPagesTests.Site site) : IClassFixture<TranslatedPagesTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    [Fact]
    public async Task A_reader_of_English_gets_what_is_said_in_English_and_the_rest_as_it_was_written()
    {
        var slug = await site.Announce();
        (await Translate(slug, ("en", "title", "A draft plan"))).EnsureSuccessStatusCode();
        var page = await Page($"/consultations/{slug}", "en");
        Assert.Equal(("en", "A draft plan"), Said(page, "h1"));
        Assert.StartsWith("A draft plan", page.Title, StringComparison.Ordinal);
        Assert.Equal(("ja", "後期基本計画（案）"), Said(await Page($"/consultations/{slug}", "ja"), "h1"));
        Assert.Equal(("ja", "後期基本計画（案）"), Said(await Page($"/consultations/{slug}", "ja-easy"), "h1"));
    }

    [Fact]
    public async Task The_demo_tells_its_last_day_in_the_readers_habit()
    {
        Assert.Contains("by Wed 28 January 2026", Said(await Page("/consultations/plan-2030", "en"), ".lead").Text, StringComparison.Ordinal);
        Assert.Contains("令和8年1月28日（水）までに", Said(await Page("/consultations/plan-2030", "ja"), ".lead").Text, StringComparison.Ordinal);
        Assert.Contains("2026年1月28日（水曜日）まで", Said(await Page("/consultations/plan-2030", "ja-easy"), ".lead").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_is_told_in_English()
    {
        var page = await Page("/spaces/plan-making", "en");
        Assert.Equal(("en", "Making the second-half Comprehensive Plan"), Said(page, "h1"));
        Assert.Equal(("en", "Look back"), Said(page, ".phase-name"));
        Assert.Contains(page.QuerySelectorAll(".timeline-what span[lang=en]"), e => e.TextContent == "Drafting committee (no. 1)" || e.TextContent.StartsWith("Drafting committee", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "summary", "soon", "place-missing")]
    [InlineData("xx", "title", "x", "translation-language")]
    [InlineData("en", "slug", "x", "translation-field")]
    public async Task A_translation_that_cannot_be_is_refused_by_its_name(string language, string field, string text, string code)
    {
        var answer = await Translate("plan-2030", (language, field, text));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal($"urn:participation:{code}", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString());
    }

    Task<HttpResponseMessage> Translate(string slug, params (string Language, string Field, string Text)[] said) =>
        site.Call(HttpMethod.Put, $"/api/v1/consultations/{slug}/translations", said.Select(s => new { language = s.Language, field = s.Field, text = s.Text }), "staff");

    async Task<IHtmlDocument> Page(string path, string language)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        ask.Headers.Add("Cookie", $".AspNetCore.Culture=c%3D{language}%7Cuic%3D{language}");
        return new HtmlParser().ParseDocument(await (await site.Http.SendAsync(ask)).EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }

    static (string? Language, string Text) Said(IHtmlDocument page, string selector) =>
        page.QuerySelector("main")!.QuerySelector(selector) is { } found ? (found.GetAttribute("lang"), found.TextContent.Trim()) : default;
}
