using Microsoft.AspNetCore.SignalR.Client;
using Participation.Application.Boards;
using Participation.Client;
using Participation.Domain.Boards;
using Participation.TestKit;
using Participation.Web.Live;

namespace Participation.Web.Tests.Boards;

/// <summary>Two tabs of one browser come to the hub with one cookie and two names.</summary>
public sealed class TwoTabsTests(SiteOnSqlite site) : IClassFixture<SiteOnSqlite>
{
    [Fact]
    public async Task What_one_tab_holds_the_other_cannot_pull_away_and_a_line_that_was_cut_leads_back_to_the_same_hand()
    {
        var hall = await Hall.Open(site);
        var phone = await hall.Join();
        var note = Guid.NewGuid();
        phone.Do("WriteNote", note, hall.Board, 0, "灯台", "yellow");
        await phone.Sent;
        await hall.Does(new GoToStage(hall.Code, BoardStage.Cluster));

        var cookie = $"participation-seat-{hall.Code}={phone.Key}";
        await using var left = LiveConnection.To(site.Address, cookie, tab: "left");
        await using var right = LiveConnection.To(site.Address, cookie, tab: "right");
        await Task.WhenAll(left.StartAsync(), right.StartAsync());
        Assert.Null(await Hold(left));
        Assert.Equal("note-held", await Hold(right));
        await left.StopAsync();
        await using var again = LiveConnection.To(site.Address, cookie, tab: "left");
        await again.StartAsync();
        Assert.Null(await Hold(again));

        async Task<string?> Hold(HubConnection tab) => (await tab.InvokeAsync<BoardAnswer>("HoldNotes", hall.Code, new[] { note })).Refused;
    }

    [Fact]
    public async Task Two_tabs_support_a_question_as_one_person()
    {
        var hall = await Hall.Open(site);
        var (asker, phone) = (await hall.Join(), await hall.Join());
        var question = Guid.NewGuid();
        asker.Do("WriteNote", question, hall.Questions, 0, "橋はいつできますか", "yellow");
        await asker.Sent;

        var cookie = $"participation-seat-{hall.Code}={phone.Key}";
        await using var left = LiveConnection.To(site.Address, cookie, tab: "left");
        await using var right = LiveConnection.To(site.Address, cookie, tab: "right");
        await Task.WhenAll(left.StartAsync(), right.StartAsync());
        var both = await Task.WhenAll(Support(left, true, "l"), Support(right, true, "r"));
        Assert.Equal([null, "already-supported"], both.Order());
        Assert.Equal(1, Assert.Single((await hall.Seen()).Notes).Supports);
        // Either takes it back for both; what was answered is not done again.
        Assert.Null(await Support(right, false, "back"));
        Assert.Null(await Support(right, false, "back"));
        Assert.Equal("not-supported", await Support(left, false, "too"));
        Assert.Equal(0, Assert.Single((await hall.Seen()).Notes).Supports);

        async Task<string?> Support(HubConnection tab, bool support, string key) => (await tab.InvokeAsync<BoardAnswer>("SupportQuestion", hall.Code, question, support, key, null)).Refused;
    }
}
