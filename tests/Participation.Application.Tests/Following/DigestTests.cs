using System.Web;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Following;
using Participation.Domain.Following;
using Participation.Domain.People;
using Participation.Domain.Time;
using Participation.TestKit;

namespace Participation.Application.Tests.Following;

public abstract class DigestTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_day_is_one_mail_with_all_that_happened_and_no_node_sends_it_again()
    {
        var (who, space) = (await app.Somebody(), await app.Space());
        await app.Follow(who, $"space:{space}", Cadence.Daily);
        var slugs = new[] { await app.AnnounceAhead(space), await app.AnnounceAhead(space) };
        await app.Tell();
        Assert.Empty(await app.Mail(who));

        app.Clock.Now = NextSeven();
        await using var there = await app.Join();
        await Task.WhenAll(app.Tell(), there.Tell(), app.Tell());
        await app.Tell();
        var mail = Assert.Single(await app.Mail(who));
        Assert.All(slugs, slug => Assert.Contains($"https://sanka.example.jp/consultations/{slug}\n", mail.Body, StringComparison.Ordinal));
        Assert.Contains("2件", mail.Subject, StringComparison.Ordinal);
        Assert.NotNull(mail.Unsubscribe);

        // A day on which nothing happened is no mail; the next thing is in the next one, alone.
        app.Clock.Now = NextSeven();
        await app.Tell();
        Assert.Single(await app.Mail(who));
    }

    [Fact]
    public async Task A_week_comes_on_monday()
    {
        var (who, space) = (await app.Somebody(), await app.Space());
        while (JapanTime.DayOf(app.Clock.Now, JapanTime.Zone).DayOfWeek is not DayOfWeek.Wednesday) app.Clock.Now += TimeSpan.FromDays(1);
        await app.Follow(who, $"space:{space}", Cadence.Weekly);
        await app.AnnounceAhead(space);
        await app.Tell();
        while (JapanTime.DayOf(app.Clock.Now, JapanTime.Zone).DayOfWeek is not DayOfWeek.Monday)
        {
            Assert.Empty(await app.Mail(who));
            app.Clock.Now = NextSeven();
            await app.Tell();
        }
        Assert.StartsWith("この一週間のお知らせ", Assert.Single(await app.Mail(who)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_in_a_mail_ends_all_mail_without_signing_in_and_notices_go_on()
    {
        var (who, space) = (await app.Somebody(), await app.Space());
        await app.Follow(who, $"space:{space}");
        var slug = await app.AnnounceAhead(space);
        await app.Follow(who, $"consultation:{slug}", Cadence.Daily);
        await app.Tell();
        var told = Assert.Single(await app.Mail(who));
        app.Clock.Now += TimeSpan.FromDays(1);
        await app.Send(new FollowThing($"space:{space}", Cadence.Daily), who);
        await app.AnnounceAhead(space);
        await app.Tell();

        Assert.False((await app.Send(new UnsubscribeByLink(TokenOf(told)), Caller.Anonymous)).Refused);
        Assert.False((await app.Send(new UnsubscribeByLink(TokenOf(told)), Caller.Anonymous)).Refused);
        app.Clock.Now += TimeSpan.FromDays(2);
        await app.Tell();
        Assert.Equal(told.Id, Assert.Single(await app.Mail(who)).Id);
        Assert.Contains(await app.Notices(who), n => n.Kind is HappeningKinds.Opened);
        Assert.All((await app.Send(new ListFollowed(), who)).Value.Things, f => Assert.Equal(Cadence.OnSiteOnly, f.Cadence));
    }

    [Fact]
    public async Task A_link_that_was_made_up_ends_nothing()
    {
        var (who, slug) = (await app.Somebody(), await app.AnnounceAhead());
        app.Clock.Now += TimeSpan.FromHours(1);
        await app.Follow(who, $"consultation:{slug}");
        app.Clock.Now += TimeSpan.FromDays(3);
        await app.Tell();
        var token = TokenOf(Assert.Single(await app.Mail(who)));
        foreach (var made in new[] { null, "", "x", who.UserId!, token[..^2], new string('a', 100_000) })
            Assert.Equal("unsubscribe-unknown", (await app.Send(new UnsubscribeByLink(made), Caller.Anonymous)).Why!.Code);
        Assert.Equal(Cadence.AtOnce, Assert.Single((await app.Send(new ListFollowed(), who)).Value.Things).Cadence);
    }

    [Fact]
    public async Task Who_stops_following_gets_nothing_of_it_in_the_next_digest()
    {
        var (who, space) = (await app.Somebody(), await app.Space());
        await app.Follow(who, $"space:{space}", Cadence.Daily);
        await app.AnnounceAhead(space);
        await app.Tell();
        await app.Send(new UnfollowThing($"space:{space}"), who);
        app.Clock.Now = NextSeven();
        await app.Tell();
        Assert.Empty(await app.Mail(who));
        Assert.Single(await app.Notices(who));
    }

    [Fact]
    public async Task With_an_account_go_what_it_followed_and_what_it_was_told()
    {
        var (who, space) = (await app.Somebody(), await app.Space());
        await app.Follow(who, $"space:{space}");
        await app.AnnounceAhead(space);
        await app.Tell();
        await app.With(async db => { db.Remove(await db.Users.SingleAsync(u => u.Id == who.UserId)); return await db.SaveChangesAsync(); });
        Assert.Equal((0, 0), await app.With(async db => (await db.Follows.CountAsync(f => f.UserId == who.UserId), await db.Notices.CountAsync(n => n.UserId == who.UserId))));
    }

    /// <summary>The next seven in the morning.</summary>
    DateTimeOffset NextSeven()
    {
        var seven = Digests.LastDue(Cadence.Daily, Digests.UsualHour, app.Clock.Now);
        return seven.AddDays(1);
    }

    static string TokenOf(WaitingLetter mail) => HttpUtility.ParseQueryString(new Uri(mail.Unsubscribe!).Query)["token"]!;
}

public sealed class DigestsOnSqlite(OnSqlite engine) : DigestTests(engine), IClassFixture<OnSqlite>;

public sealed class DigestsOnPostgres(OnPostgres engine) : DigestTests(engine), IClassFixture<OnPostgres>;
