using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Following;
using Participation.Application.Series;
using Participation.Application.Spaces;
using Participation.Data.People;
using Participation.Domain.Following;
using Participation.Domain.Outcomes;
using Participation.Domain.Series;
using Participation.TestKit;

namespace Participation.Application.Tests.Following;

/// <summary>The clock only goes forward here, as it does.</summary>
public abstract class TellingTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task Who_follows_the_space_and_the_call_is_told_once_of_each_thing_in_the_order_it_happened()
    {
        var who = await app.Somebody();
        var space = await app.Space();
        await app.Follow(who, $"space:{space}");
        var slug = await app.AnnounceAhead(space);
        await app.Follow(who, $"consultation:{slug}");
        await app.Tell();
        Assert.Equal(["announced"], (await app.Notices(who)).Select(n => n.Kind));
        foreach (var days in new[] { 3, 10, 4 })
        {
            app.Clock.Now += TimeSpan.FromDays(days);
            await app.Tell();
            await app.Tell();
        }
        await app.Publish(slug);
        await app.Tell();
        var notices = await app.Notices(who);
        Assert.Equal(["published", "closed", "closes-soon", "opened", "announced"], notices.Select(n => n.Kind));
        Assert.All(notices, n => Assert.Equal($"/consultations/{slug}", n.About.Address));
        var mail = await app.Mail(who);
        Assert.Equal(5, mail.Count);
        Assert.All(mail, m => Assert.Contains($"https://sanka.example.jp/consultations/{slug}", m.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_happened_before_they_followed_is_not_told()
    {
        var slug = await app.AnnounceAhead();
        app.Clock.Now += TimeSpan.FromHours(1);
        var who = await app.Somebody();
        await app.Follow(who, $"consultation:{slug}");
        await app.Tell();
        Assert.Empty(await app.Notices(who));
        await app.Send(new UnfollowThing($"consultation:{slug}"), who);
        app.Clock.Now += TimeSpan.FromDays(3);
        await app.Tell();
        Assert.Empty(await app.Notices(who));
    }

    [Fact]
    public async Task Nobody_is_told_twice_or_forgotten_though_nodes_race_and_one_is_cut_off()
    {
        const int many = 1100;
        var slug = await app.AnnounceAhead();
        await app.Tell();
        await app.With(async db =>
        {
            var users = new List<User>();
            for (var n = 0; n < many; n++) users.Add(await app.NewAccount("", $"{Guid.NewGuid():N}@example.jp", confirmed: true));
            db.AddRange(users);
            db.AddRange(users.Select(u => new Follow(u.Id, new(Followed.Consultation, slug), Cadence.AtOnce, app.Clock.Now)));
            return await db.SaveChangesAsync();
        });
        await using var there = await app.Join();
        using var cut = new CancellationTokenSource();
        app.Clock.Now += TimeSpan.FromDays(3);
        var racing = new[] { app, there, app }.Select(node => node.Services.GetRequiredService<NoticeTeller>().TellDue(cut.Token)).ToList();
        await Wait.Until(async () => await Told(slug) > 0);
        await cut.CancelAsync();
        foreach (var node in racing) await node.ContinueWith(_ => { }, TaskScheduler.Default);
        await there.Tell();
        Assert.Equal(many, await Told(slug));
        Assert.Equal(many, (await app.Letters()).Count(m => m.Body.Contains(slug, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Staff_who_put_a_space_into_another_phase_are_heard_and_the_calendar_is_too()
    {
        var (who, slug) = (await app.Somebody(), await app.Space());
        await app.Follow(who, $"space:{slug}");
        var today = Domain.Time.JapanTime.DayOf(app.Clock.Now, Domain.Time.JapanTime.Zone);
        await app.Send(new SaveSpace
        {
            Slug = slug, Title = "川と町", Key = $"{slug}-phases",
            Phases = [new("聞く", today, today.AddDays(1)), new("まとめる", today.AddDays(2), today.AddDays(9))],
        }, TestApp.Staff);
        await app.Tell();
        Assert.Equal(["phase-began"], (await app.Notices(who)).Select(n => n.Kind));
        app.Clock.Now += TimeSpan.FromDays(2);
        await app.Tell();
        await app.Tell();
        Assert.Equal(["phase-began", "phase-began"], (await app.Notices(who)).Select(n => n.Kind));
    }

    [Fact]
    public async Task A_series_of_workshops_is_told_once_and_each_meeting_that_is_added_later()
    {
        var (who, space) = (await app.Somebody(), await app.Space());
        await app.Follow(who, $"space:{space}");
        var slug = $"w-{Guid.NewGuid():N}";
        MeetingPlan Plan(int inDays) => new("港", Domain.Time.JapanTime.DayOf(app.Clock.Now, Domain.Time.JapanTime.Zone).AddDays(inDays), null, new(13, 30), new(16, 0), "市民の家", 30);
        await app.Send(new SaveSeries(slug, space, "まちを話す会", ""), TestApp.Staff);
        await app.Send(new SaveMeeting(slug, null, Plan(20)), TestApp.Staff);
        await app.Send(new SaveMeeting(slug, null, Plan(30)), TestApp.Staff);
        await app.Tell();
        Assert.Empty(await app.Notices(who));
        await app.Send(new PublishSeries(slug), TestApp.Staff);
        await app.Tell();
        Assert.Equal(["series-announced"], (await app.Notices(who)).Select(n => n.Kind));
        await app.Send(new SaveMeeting(slug, null, Plan(40)), TestApp.Staff);
        await app.Tell();
        await app.Tell();
        Assert.Equal(["meeting-announced", "series-announced"], (await app.Notices(who)).Select(n => n.Kind).Order());
    }

    [Fact]
    public async Task Mail_comes_in_the_language_in_which_it_was_asked_for()
    {
        var (who, slug) = (await app.Somebody(), await app.AnnounceAhead());
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        try
        {
            await app.Follow(who, $"consultation:{slug}");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
        app.Clock.Now += TimeSpan.FromDays(13);
        await app.Tell();
        var mail = Assert.Single(await app.Mail(who), m => m.Subject.StartsWith("Open for opinions until", StringComparison.Ordinal));
        Assert.Contains("no need to sign in", mail.Body, StringComparison.Ordinal);
        Assert.StartsWith("https://sanka.example.jp/account/unsubscribe/one-click?token=", mail.Unsubscribe, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_followed()
    {
        var who = await app.Somebody();
        foreach (var thing in new[] { "consultation:nowhere", "space:nowhere", "person:nobody", "audit:1", "", new string('x', 500) + ":y" })
            Assert.Equal(Refusal.NotFound, (await app.Send(new FollowThing(thing), who)).Why);
    }

    [Fact]
    public async Task A_hundred_notices_cost_as_many_questions_as_one_and_are_paged_and_read()
    {
        var (who, space) = (await app.Somebody(), await app.Space());
        await app.Follow(who, $"space:{space}", Cadence.OnSiteOnly);
        await app.AnnounceAhead(space);
        await app.Tell();
        var one = await Commands.CountOf(() => app.Send(new ListNotices(), who));
        for (var n = 0; n < 6; n++) await app.AnnounceAhead(space);
        await app.Tell();
        Assert.Equal(one, await Commands.CountOf(() => app.Send(new ListNotices(), who)));
        Assert.Equal(7, (await app.Send(new CountUnreadNotices(), who)).Value.Count);

        var first = (await app.Send(new ListNotices(Limit: 3), who)).Value;
        var second = (await app.Send(new ListNotices(first.Next!.Value, 4), who)).Value;
        Assert.Equal((3, 4, null), (first.Items.Count, second.Items.Count, second.Next));
        Assert.Equal(7, first.Items.Concat(second.Items).Select(n => n.Sequence).Distinct().Count());
        // What comes while somebody reads stays new.
        await app.AnnounceAhead(space);
        await app.Tell();
        await app.Send(new MarkNoticesRead(first.Items[0].Sequence), who);
        Assert.Equal(1, (await app.Send(new CountUnreadNotices(), who)).Value.Count);
        var stranger = await app.Somebody();
        await app.Send(new MarkNoticesRead(long.MaxValue), stranger);
        Assert.Equal(1, (await app.Send(new CountUnreadNotices(), who)).Value.Count);
        Assert.Empty(await app.Notices(stranger));
        Assert.Empty(await app.Mail(who));
    }

    Task<int> Told(string slug) => app.With(db => db.Notices.CountAsync(n => db.Happenings.Any(h => h.Id == n.HappeningId && h.About == $"consultation:{slug}")));
}

public sealed class TellingOnSqlite(OnSqlite engine) : TellingTests(engine), IClassFixture<OnSqlite>;

public sealed class TellingOnPostgres(OnPostgres engine) : TellingTests(engine), IClassFixture<OnPostgres>;
