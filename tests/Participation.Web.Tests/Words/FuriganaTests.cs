using System.Net;
using System.Text.RegularExpressions;
using Participation.Data;
using Participation.TestKit;
using Participation.Web.Furigana;

namespace Participation.Web.Tests.Words;

public sealed class FuriganaTests(FuriganaTests.Site site) : IClassFixture<FuriganaTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    [Theory]
    [InlineData("<p>意見</p>", "<p><ruby>意見<rp>（</rp><rt>いけん</rt><rp>）</rp></ruby></p>")]
    [InlineData("<p title=\"意見 > 案\">A &amp; B</p>", "<p title=\"意見 > 案\">A &amp; B</p>")]
    [InlineData("<div lang=\"ja\"><div>意見</div>意見<br></div>", "<div lang=\"ja\"><div>意見</div>意見<br></div>")]
    [InlineData("<head><title>意見</title></head><!-- 意見 -->", "<head><title>意見</title></head><!-- 意見 -->")]
    [InlineData("<script>if (a < b) '意見'</script><textarea>意見</textarea>", "<script>if (a < b) '意見'</script><textarea>意見</textarea>")]
    [InlineData("<select><option>意見</option></select><svg><text>意見</text></svg>", "<select><option>意見</option></select><svg><text>意見</text></svg>")]
    public void Readings_stand_above_our_words_and_nowhere_else(string page, string written) => Assert.Equal(written, RubyPage.Write(page));

    [Fact]
    public async Task It_is_switched_on_and_off_and_a_kept_page_is_each_readers_own()
    {
        var slug = await site.Announce();
        foreach (var _ in new[] { "made", "kept" })
        {
            var with = await Ask($"/consultations/{slug}", "furigana=on");
            var without = await Ask($"/consultations/{slug}");
            Assert.Contains("<rt>", with, StringComparison.Ordinal);
            Assert.Contains("/furigana?on=false", with, StringComparison.Ordinal);
            Assert.DoesNotContain("<ruby>", without, StringComparison.Ordinal);
            Assert.Contains("/furigana?on=true", without, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_people_and_the_city_wrote_keeps_its_letters()
    {
        var slug = await site.Announce();
        var heading = new Regex("<h1[^>]*>.*?</h1>", RegexOptions.Singleline);
        Assert.Equal(heading.Match(await Ask($"/consultations/{slug}")).Value, heading.Match(await Ask($"/consultations/{slug}", "furigana=on")).Value);
    }

    [Fact]
    public async Task The_choice_is_a_cookie_of_one_word_and_leads_back()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = site.Http.BaseAddress };
        var answer = await client.GetAsync(new Uri("/furigana?on=true&back=//elsewhere.example", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location?.ToString());
        Assert.StartsWith("furigana=on;", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    async Task<string> Ask(string path, string? cookie = null)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookie is not null) ask.Headers.Add("Cookie", cookie);
        return await (await site.Http.SendAsync(ask)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
