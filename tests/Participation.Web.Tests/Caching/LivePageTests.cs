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
        // The first ones may be asked before this node has heard of the announcement, which is another page.
        await Wait.Until(() => CameFromCache(slug));
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

    [Fact]
    public async Task Home_and_a_space_follow_what_is_announced_and_changed()
    {
        var space = $"s-{Guid.NewGuid():N}";
        (await site.Call(HttpMethod.Put, $"/api/v1/spaces/{space}", new { title = "はじめの名前" }, "staff")).EnsureSuccessStatusCode();
        await SoonShows("/", "はじめの名前");
        (await site.Call(HttpMethod.Put, $"/api/v1/spaces/{space}", new { title = "あとの名前" }, "staff")).EnsureSuccessStatusCode();
        await SoonShows("/", "あとの名前");
        var call = new { slug = $"c-{Guid.NewGuid():N}", space, title = "あたらしい募集", opens = "2025-12-25", closes = "2026-01-23" };
        (await site.Call(HttpMethod.Post, "/api/v1/consultations", call, "staff")).EnsureSuccessStatusCode();
        await SoonShows($"/spaces/{space}", "あたらしい募集");
    }

    /// <summary>Well before a kept page would have run out by itself.</summary>
    async Task SoonShows(string path, string words)
    {
        var asked = TimeProvider.System.GetTimestamp();
        await Wait.Until(async () => (await site.Http.GetStringAsync(path)).Contains(words, StringComparison.Ordinal));
        Assert.InRange(TimeProvider.System.GetElapsedTime(asked), TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    async Task<bool> CameFromCache(string slug, string? cookie = null) => (await Ask(slug, cookie)).Headers.Age is not null;

    async Task<HttpResponseMessage> Ask(string slug, string? cookie = null)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/consultations/{slug}");
        if (cookie is not null) ask.Headers.Add("Cookie", cookie);
        return (await site.Http.SendAsync(ask)).EnsureSuccessStatusCode();
    }
}
