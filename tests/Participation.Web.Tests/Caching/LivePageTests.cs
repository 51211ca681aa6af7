using Participation.Data;
using Participation.TestKit;

namespace Participation.Web.Tests.Caching;

public sealed class LivePageTests(LivePageTests.Site site) : IClassFixture<LivePageTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    [Fact]
    public async Task What_a_stranger_sees_is_kept_for_the_next_one()
    {
        var slug = await site.Announce();
        await Ask(slug);
        Assert.True(await CameFromCache(slug));
    }

    [Fact]
    public async Task What_somebody_with_a_session_sees_is_neither_kept_nor_taken_from_what_was()
    {
        var slug = await site.Announce();
        const string session = "participation-session=somebody";
        await Ask(slug);
        Assert.False(await CameFromCache(slug, session));
        Assert.False(await CameFromCache(slug, session));
    }

    async Task<bool> CameFromCache(string slug, string? cookie = null) => (await Ask(slug, cookie)).Headers.Age is not null;

    async Task<HttpResponseMessage> Ask(string slug, string? cookie = null)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/consultations/{slug}");
        if (cookie is not null) ask.Headers.Add("Cookie", cookie);
        return (await site.Http.SendAsync(ask)).EnsureSuccessStatusCode();
    }
}
