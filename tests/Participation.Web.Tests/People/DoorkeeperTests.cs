using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain.Outcomes;
using Participation.TestKit;
using Participation.Web.People;

namespace Participation.Web.Tests.People;

public sealed class DoorkeeperTests(SiteOnSqlite site) : IClassFixture<SiteOnSqlite>
{
    const string Right = "Kamaishi-2026!";
    const string Wrong = "not the password";

    [Fact]
    public async Task A_known_and_an_unknown_address_are_refused_with_the_same_words_after_the_same_work()
    {
        async Task<TimeSpan> Timed(string email, string from)
        {
            var began = TimeProvider.System.GetTimestamp();
            var answer = await Try(email, Wrong, from);
            Assert.Equal("sign-in-failed", answer.Why!.Code);
            return TimeProvider.System.GetElapsedTime(began);
        }

        // The shortest of some, by turns: whatever else the machine does only makes some longer. A difference of work stays however often.
        var (known, unknown) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var tries = 0; tries < 8 || (tries < 64 && unknown / known is < 0.5 or > 2); tries++)
        {
            known = new(Math.Min(known.Ticks, (await Timed("citizen@example.jp", $"192.0.2.{tries}")).Ticks));
            unknown = new(Math.Min(unknown.Ticks, (await Timed($"nobody-{tries}@example.jp", $"192.0.2.{tries}")).Ticks));
        }
        Assert.InRange(unknown / known, 0.5, 2);
    }

    [Theory]
    [InlineData("council@example.jp")]
    [InlineData("who-knows@example.jp")]
    public async Task Who_fails_too_often_waits_whoever_they_pretend_to_be(string email)
    {
        for (var tries = 0; tries < 5; tries++) Assert.Equal("sign-in-failed", (await Try(email, Wrong, "198.51.100.7")).Why!.Code);
        var paused = (await Try(email, Right, "198.51.100.7")).Why!;
        Assert.Equal((RefusalKind.TooOften, "try-later"), (paused.Kind, paused.Code));
        Assert.InRange((int)paused.Values[0], 1, 2);
    }

    [Fact]
    public async Task Somebody_elses_failures_lock_nobody_out()
    {
        for (var tries = 0; tries < 30; tries++) await Try("moderator@example.jp", Wrong, "203.0.113.9");
        Assert.Equal(Entry.Entered, (await Try("moderator@example.jp", Right, "198.51.100.20")).Value);
    }

    [Fact]
    public async Task All_of_one_households_addresses_are_one_network()
    {
        for (var tries = 0; tries < 5; tries++) await Try("facilitator@example.jp", Wrong, $"2001:db8:1:2::{tries + 1}");
        Assert.Equal("try-later", (await Try("facilitator@example.jp", Right, "2001:db8:1:2:ffff::1")).Why!.Code);
        Assert.Equal(Entry.Entered, (await Try("facilitator@example.jp", Right, "2001:db8:1:3::1")).Value);
    }

    [Fact]
    public async Task A_hundred_guesses_at_once_are_a_hundred()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Try("approver@example.jp", Wrong, "203.0.113.50")));
        Assert.Equal(5, answers.Count(a => a.Why!.Code is "sign-in-failed"));
    }

    async Task<Outcome<Entry>> Try(string email, string password, string from)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        return await scope.ServiceProvider.GetRequiredService<Doorkeeper>().ByPassword(email, password, http);
    }
}
