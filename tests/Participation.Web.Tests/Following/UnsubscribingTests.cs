using System.Net;
using AngleSharp.Html.Parser;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Following;
using Participation.Application.People;
using Participation.Data;
using Participation.Domain.Following;
using Participation.TestKit;

namespace Participation.Web.Tests.Following;

public sealed class UnsubscribingTests(UnsubscribingTests.Site site) : IClassFixture<UnsubscribingTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    [Fact]
    public async Task A_mail_programs_own_button_ends_the_mail_with_no_cookie_and_no_page_of_ours()
    {
        var (account, thing) = await Follower("citizen@example.jp");
        var address = site.Services.GetRequiredService<UnsubscribeLinks>().OneClickFor(account);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(address, [])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(address[..^3], [new("List-Unsubscribe", "One-Click")])).StatusCode);
        Assert.Equal(Cadence.AtOnce, await CadenceOf(account, thing));

        var answer = await Post(address, [new("List-Unsubscribe", "One-Click")]);
        Assert.Equal((HttpStatusCode.OK, false), (answer.StatusCode, answer.Headers.Contains("Set-Cookie")));
        Assert.Equal(Cadence.OnSiteOnly, await CadenceOf(account, thing));
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_shows_one_button()
    {
        var (account, thing) = await Follower("staff@example.jp");
        var address = site.Services.GetRequiredService<UnsubscribeLinks>().OneClickFor(account);
        var page = new HtmlParser().ParseDocument(await site.Http.GetStringAsync(address));
        Assert.Equal("メールを止める", Assert.Single(page.QuerySelectorAll("main button")).TextContent);
        Assert.DoesNotContain("staff@example.jp", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(Cadence.AtOnce, await CadenceOf(account, thing));
        // The page's own form is guarded as every other is.
        var forged = await Post(address.Replace("/one-click", "", StringComparison.Ordinal), [new("_handler", "unsubscribe")]);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(Cadence.AtOnce, await CadenceOf(account, thing));
    }

    [Fact]
    public async Task A_visitors_page_with_the_way_to_follow_is_nobodys_own()
    {
        var slug = await site.Announce();
        var first = await site.Http.GetAsync($"/consultations/{slug}");
        Assert.False(first.Headers.Contains("Set-Cookie"));
        var page = new HtmlParser().ParseDocument(await first.Content.ReadAsStringAsync());
        Assert.Equal($"/account/sign-in?ReturnUrl=%2Fconsultations%2F{slug}%23follow", page.QuerySelector(".follow a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("a[href='/account/notices']"));
    }

    async Task<(string Account, string Thing)> Follower(string email)
    {
        var thing = $"consultation:{await site.Announce()}";
        await using var scope = site.Services.CreateAsyncScope();
        var account = await site.Services.AccountOf(email);
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = new() { ActorId = account, UserId = account };
        Assert.False((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new FollowThing(thing))).Refused);
        return (account, thing);
    }

    async Task<Cadence> CadenceOf(string account, string thing)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDbContext>().Follows.Where(f => f.UserId == account && f.Thing == thing).Select(f => f.Cadence).SingleAsync();
    }

    async Task<HttpResponseMessage> Post(string address, IEnumerable<KeyValuePair<string, string>> form)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        return await client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(form));
    }
}
