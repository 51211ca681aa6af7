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
    [InlineData("en", "en", "Dialogue on our future", "Postponed because of the venue.", "Citizens’ Exchange Centre")]
    [InlineData("ja-easy", "ja", "町のこれからを話す会", "会場が使えません。ほかの日にします。", "市民交流センター")]
    [InlineData("ja", "ja", "未来づくりの対話", "会場の都合により延期します。", "市民交流センター")]
    public async Task A_series_and_its_meetings_are_told_in_the_readers_language(string language, string text, string title, string reason, string venue)
    {
        var page = await Page("/series/mirai-dialogue", language);
        Assert.Equal((text, title), Said(page, "h1"));
        Assert.Equal((text, reason), Said(page, "#meeting-7 .series-move .written"));
        Assert.Contains(page.QuerySelectorAll("#meeting-7 span"), e => e.TextContent == venue && e.GetAttribute("lang") == text);
        foreach (var path in new[] { "/", "/spaces/plan-making" })
            Assert.Contains((await Page(path, language)).QuerySelectorAll("main a[href^='/series/mirai-dialogue']"), a => a.TextContent.Trim() == title && a.GetAttribute("lang") == text);
        Assert.Contains((await Page("/series/mirai-dialogue/7/sign-up", language)).QuerySelectorAll("dd span"), e => e.TextContent == title && e.GetAttribute("lang") == text);
        var ics = (await Text("/series/mirai-dialogue/calendar.ics", language)).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains($"X-WR-CALNAME:{title}", ics, StringComparison.Ordinal);
        Assert.Contains($"LOCATION:{venue}", ics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_said_again_of_a_meeting_stands_as_it_was_written()
    {
        var page = await Page("/series/mirai-dialogue", "ja-easy");
        Assert.Contains(page.QuerySelectorAll("#meeting-2 .written"), e => e.TextContent.Contains("三つのまとまり", StringComparison.Ordinal) && e.GetAttribute("lang") == "ja");
        Assert.All((await Page("/series/mirai-dialogue", "en")).QuerySelectorAll("main [lang=en]"), e => Assert.DoesNotContain(e.TextContent, c => c is > '\u3040' and < '\u9fff'));
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

    async Task<IHtmlDocument> Page(string path, string language) => new HtmlParser().ParseDocument(await Text(path, language));

    async Task<string> Text(string path, string language)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        ask.Headers.Add("Cookie", $".AspNetCore.Culture=c%3D{language}%7Cuic%3D{language}");
        return await (await site.Http.SendAsync(ask)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    static (string? Language, string Text) Said(IHtmlDocument page, string selector) =>
        page.QuerySelector("main")!.QuerySelector(selector) is { } found ? (found.GetAttribute("lang"), found.TextContent.Trim()) : default;
}
