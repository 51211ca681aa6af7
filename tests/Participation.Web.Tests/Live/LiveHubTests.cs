using Microsoft.AspNetCore.SignalR;
using Participation.Client;
using Participation.TestKit;

namespace Participation.Web.Tests.Live;

public abstract class LiveHubTests(TestSite site)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_watcher_gets_what_it_missed_and_then_what_comes()
    {
        var slug = await site.Announce();
        await site.Submit(slug, "前からある声");
        var watching = Take(slug, after: 1, count: 3);
        await site.Submit(slug, "いま届いた声");
        await site.Submit(slug, "つぎに届いた声");

        var events = await watching;
        Assert.Equal([2, 3, 4], events.Select(e => e.Sequence));
        Assert.All(events, e => Assert.Equal("opinion.received", e.Kind));
    }

    [Fact]
    public async Task Watchers_who_join_during_a_burst_miss_nothing_and_double_nothing()
    {
        const int opinions = 120;
        var slug = await site.Announce();
        var sending = Task.WhenAll(Enumerable.Range(0, opinions).Select(i => site.Submit(slug, $"声 {i}")));
        var watching = Enumerable.Range(0, 12).Select(_ => Take(slug, after: 0, count: opinions + 1)).ToList();
        await sending;

        foreach (var events in await Task.WhenAll(watching))
            Assert.Equal(Enumerable.Range(1, opinions + 1).Select(i => (long)i), events.Select(e => e.Sequence));
    }

    [Fact]
    public async Task A_burst_arrives_in_frames_and_not_one_by_one()
    {
        var slug = await site.Announce();
        var head = (await Take(slug, 0, 1))[0].Sequence;
        var watching = Take(slug, head, 100);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => site.Submit(slug, $"声 {i}")));
        Assert.Equal(100, (await watching).Count);
    }

    [Theory]
    [InlineData("consultation:no-such")]
    [InlineData("audit")]
    public async Task A_stream_that_is_not_there_is_said_so(string stream)
    {
        var watching = new LiveClient(site.Address).Watch(stream, 0).GetAsyncEnumerator();
        await using (watching) await Assert.ThrowsAsync<HubException>(() => watching.MoveNextAsync().AsTask());
    }

    async Task<List<LiveEvent>> Take(string slug, long after, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        var events = new List<LiveEvent>();
        await foreach (var live in new LiveClient(site.Address).Watch($"consultation:{slug}", after, patience.Token))
        {
            events.Add(live);
            if (events.Count == count) break;
        }
        return events;
    }
}

public sealed class LiveHubOnSqlite(SiteOnSqlite site) : LiveHubTests(site), IClassFixture<SiteOnSqlite>;

public sealed class LiveHubOnPostgres(SiteOnPostgres site) : LiveHubTests(site), IClassFixture<SiteOnPostgres>;
