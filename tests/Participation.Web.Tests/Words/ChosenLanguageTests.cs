using System.Globalization;
using System.Net;
using Participation.Data;
using Participation.TestKit;
using Participation.Web.Words;

namespace Participation.Web.Tests.Words;

public sealed class ChosenLanguageTests(ChosenLanguageTests.Site site) : IClassFixture<ChosenLanguageTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    const string Easy = ".AspNetCore.Culture=c%3Dja-Easy%7Cuic%3Dja-Easy";

    [Fact]
    public async Task Easy_Japanese_is_chosen_by_its_name_and_kept_in_a_cookie_that_says_nothing_else()
    {
        var home = await Ask("/");
        Assert.Contains("to=ja-easy", home, StringComparison.Ordinal);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = site.Http.BaseAddress };
        var answer = await client.GetAsync(new Uri("/language?to=ja-easy&back=/receipts", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/receipts", answer.Headers.Location?.ToString());
        Assert.StartsWith($"{Easy};", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_in_easy_Japanese_is_Japanese_to_a_browser()
    {
        var page = await Ask("/", Easy);
        Assert.Contains("<html lang=\"ja\">", page, StringComparison.Ordinal);
        Assert.Contains("<span lang=\"ja\" aria-current=\"true\">やさしい日本語</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ご意見", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browsers_own_wish_for_Japanese_is_not_taken_for_easy_Japanese() =>
        Assert.Contains("<span lang=\"ja\" aria-current=\"true\">日本語</span>", await Ask("/", languages: "ja-JP, ja;q=0.9"), StringComparison.Ordinal);

    [Fact]
    public async Task Two_readers_of_a_kept_page_each_have_it_in_their_language()
    {
        var slug = await site.Announce();
        foreach (var _ in new[] { "made", "kept" })
        {
            Assert.Contains("このサイトの中をさがす", await Ask($"/consultations/{slug}", Easy), StringComparison.Ordinal);
            Assert.Contains("サイト内を検索", await Ask($"/consultations/{slug}"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2025-12-25T00:00:00+09:00", "2025年12月25日（木曜日） 午前0時00分")]
    [InlineData("2026-01-23T08:00:00Z", "2026年1月23日（金曜日） 午後5時00分")]
    public void An_hour_in_easy_Japanese_has_the_western_year_and_the_weekday_in_full(string at, string words) =>
        Assert.Equal(words, Moments.Words(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), new CultureInfo(Languages.Easy)));

    async Task<string> Ask(string path, string? cookie = null, string languages = "ja")
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        ask.Headers.Add("Accept-Language", languages);
        if (cookie is not null) ask.Headers.Add("Cookie", cookie);
        return await (await site.Http.SendAsync(ask)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
