using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Participation.Application.Health;
using Participation.Application.Series;
using Participation.Data;
using Participation.Data.Writing;
using Participation.Domain.Series;
using Participation.TestKit;

namespace Participation.Application.Tests.Series;

/// <summary>What those who signed up are told without asking. The clock moves, so each test has an application of its own.</summary>
public abstract class SignUpNewsTests(DatabaseProvider provider) : IAsyncLifetime
{
    TestApp app = null!;

    public async Task InitializeAsync() => app = await TestApp.Start(provider);

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_day_before_everybody_with_a_place_is_reminded_once()
    {
        var slug = await app.OpenSeries(places: 1);
        var (here, waits) = (await SignUp(slug), await SignUp(slug));
        app.Clock.Now = At(17, 23, 59);
        Assert.Equal(0, await Remind());
        app.Clock.Now = At(18, 0, 0);
        Assert.Equal(1, await Remind());
        Assert.Equal(0, await Remind());
        var letter = Assert.Single(await app.Letters(here), l => l.Key.StartsWith("signup-reminder", StringComparison.Ordinal));
        Assert.Contains("令和8年1月19日（月） 13:30〜16:00", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(await app.Letters(waits), l => l.Key.StartsWith("signup-reminder", StringComparison.Ordinal));
        // Whoever signs up on the eve has just read it, and once it began nobody is reminded.
        await SignUp(slug);
        app.Clock.Now = At(19, 13, 30);
        Assert.Equal(0, await Remind());
    }

    [Fact]
    public async Task Two_nodes_that_remind_at_once_write_one_letter()
    {
        var slug = await app.OpenSeries();
        var mailbox = await SignUp(slug);
        app.Clock.Now = At(18, 9, 0);
        await using var other = await app.Join();
        await Task.WhenAll(Task.Run(Remind), Task.Run(() => Remind(other)));
        Assert.Single(await app.Letters(mailbox), l => l.Key.StartsWith("signup-reminder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_day_that_moves_or_is_called_off_everybody_hears_once_and_is_reminded_of_the_new_day()
    {
        var slug = await app.OpenSeries(places: 1);
        var (here, waits) = (await SignUp(slug), await SignUp(slug));
        app.Clock.Now = At(18, 9, 0);
        Assert.Equal(1, await Remind());
        app.Clock.Now = At(18, 9, 1);
        Assert.Null((await app.Send(new PostponeMeeting(slug, 1, null, null, "大雪のため"), TestApp.Staff)).Why);
        Assert.Equal(0, await Remind());
        app.Clock.Now = At(18, 9, 2);
        Assert.Null((await app.Send(new PostponeMeeting(slug, 1, new(2026, 2, 5), null, null), TestApp.Staff)).Why);
        app.Clock.Now = new DateTimeOffset(2026, 2, 4, 9, 0, 0, TimeSpan.FromHours(9));
        Assert.Equal(1, await Remind());
        app.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Null((await app.Send(new CancelMeeting(slug, 1, "会場が使えないため"), TestApp.Staff)).Why);

        Assert.Equal(["signup-confirmed", "signup-reminder", "signup-postponed", "signup-moved", "signup-reminder", "signup-cancelled"], await Told(here));
        Assert.Equal(["signup-waiting", "signup-postponed", "signup-moved", "signup-cancelled"], await Told(waits));
        var letters = await app.Letters(here);
        Assert.Contains("大雪のため", letters[2].Body, StringComparison.Ordinal);
        Assert.Contains("令和8年2月5日（木）", letters[3].Body, StringComparison.Ordinal);
        Assert.Contains("令和8年1月19日（月）", letters[3].Body, StringComparison.Ordinal);
        Assert.Contains("会場が使えないため", letters[5].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_another_place_or_hour_everybody_hears_and_of_other_words_nobody()
    {
        var slug = await app.OpenSeries(places: 1);
        var (here, waits) = (await SignUp(slug), await SignUp(slug));
        var plan = Seriesing.Plan(new(2026, 1, 19), places: 1);
        app.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Null((await app.Send(new SaveMeeting(slug, 1, plan with { Title = "港のこれから" }), TestApp.Staff)).Why);
        Assert.Null((await app.Send(new SaveMeeting(slug, 1, plan with { Venue = "鵜住居公民館" }), TestApp.Staff)).Why);

        Assert.Equal(["signup-confirmed", "signup-elsewhere"], await Told(here));
        Assert.Equal(["signup-waiting", "signup-elsewhere"], await Told(waits));
        Assert.Contains("鵜住居公民館", (await app.Letters(here))[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signed_up_in_English_reads_what_is_said_in_it_and_the_rest_as_it_was_written()
    {
        var slug = await app.OpenSeries();
        await app.Send(new TranslateSeries(slug, [new("en", "title", "Talks on our town"), new("en", WorkshopSeries.MeetingField("港を話す"), "The harbour")]), TestApp.Staff);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        string here;
        try
        {
            here = await SignUp(slug);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
        var there = await SignUp(slug);
        app.Clock.Now += TimeSpan.FromMinutes(1);
        await app.Send(new PostponeMeeting(slug, 1, null, null, "大雪のため"), TestApp.Staff);
        foreach (var letter in await app.Letters(here))
        {
            Assert.Contains("Talks on our town", letter.Body, StringComparison.Ordinal);
            Assert.Contains("The harbour", letter.Body, StringComparison.Ordinal);
        }
        Assert.Contains("市民の家", (await app.Letters(here))[0].Body, StringComparison.Ordinal);
        Assert.Contains("大雪のため", (await app.Letters(here))[1].Body, StringComparison.Ordinal);
        Assert.Contains("まちを話す会", (await app.Letters(there))[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_withdrew_hears_no_more()
    {
        var slug = await app.OpenSeries();
        var mailbox = await SignUp(slug);
        var row = Assert.Single((await app.Send(new ListSignUps(slug, 1), TestApp.Staff)).Value.SignUps);
        app.Clock.Now += TimeSpan.FromMinutes(1);
        await app.Send(new RemoveSignUp(slug, 1, row.Id), TestApp.Staff);
        await app.Send(new CancelMeeting(slug, 1, "雪"), TestApp.Staff);
        Assert.Equal(["signup-confirmed", "signup-withdrawn"], await Told(mailbox));
    }

    [Fact]
    public async Task Three_months_after_the_meeting_names_are_put_away_and_the_count_stays()
    {
        var slug = await app.OpenSeries();
        await SignUp(slug);
        var (number, before) = (1, new DateTimeOffset(2026, 4, 19, 12, 0, 0, TimeSpan.FromHours(9)));
        app.Clock.Now = At(19, 17, 0);
        var row = Assert.Single((await app.Send(new ListSignUps(slug, number), TestApp.Staff)).Value.SignUps);
        await app.Send(new NoteAttendance(slug, number, [row.Id]), TestApp.Staff);
        Assert.Equal(0, await Dispose(before));
        Assert.Equal(1, await Dispose(before.AddDays(1)));
        Assert.Equal(0, await Dispose(before.AddDays(2)));
        var list = (await app.Send(new ListSignUps(slug, number), TestApp.Staff)).Value;
        Assert.Null(Assert.Single(list.SignUps).Who);
        Assert.Equal(1, list.Came);
        Assert.Equal(1, await app.With(db => db.AuditEntries.CountAsync(a => a.Name == "signups.disposed")));
    }

    [Fact]
    public async Task What_is_put_off_without_a_day_keeps_its_people_until_it_is_forgotten()
    {
        var slug = await app.OpenSeries();
        await SignUp(slug);
        app.Clock.Now = At(18, 9, 0);
        await app.Send(new PostponeMeeting(slug, 1, null, null, "雪"), TestApp.Staff);
        app.Clock.Now = At(18, 9, 0).AddMonths(3).AddHours(-1);
        Assert.Equal(0, await Dispose(app.Clock.Now));
        Assert.Equal(1, await Dispose(At(20, 9, 0).AddMonths(3)));
    }

    async Task<string> SignUp(string slug)
    {
        var mailbox = $"{Guid.NewGuid():N}@example.jp";
        Assert.Null((await app.Send(new SignUpForMeeting(slug, 1, new Participant("釜石 花子", mailbox)))).Why);
        return mailbox;
    }

    async Task<IEnumerable<string>> Told(string mailbox) => (await app.Letters(mailbox)).Select(l => l.Key.Split(':')[0]);

    Task<int> Dispose(DateTimeOffset at) => app.With(db => SignUpDisposal.RemoveDue(db, 3, at, CancellationToken.None));

    Task<int> Remind() => Remind(app);

    static Task<int> Remind(TestApp node) => new SignUpReminders(
        node.Services.GetRequiredService<IDbContextFactory<AppDbContext>>(), node.Services.GetRequiredService<IServiceScopeFactory>(), node.Services.GetRequiredService<WriteLane>(),
        new WorkshopOptions(), node.Services.GetRequiredService<JobBoard>(), node.Clock, NullLogger<SignUpReminders>.Instance).RemindDue(CancellationToken.None);

    /// <summary>In January 2026, in Tokyo.</summary>
    static DateTimeOffset At(int day, int hour, int minute) => new(2026, 1, day, hour, minute, 0, TimeSpan.FromHours(9));
}

public sealed class SignUpNewsOnSqlite() : SignUpNewsTests(DatabaseProvider.Sqlite);

public sealed class SignUpNewsOnPostgres() : SignUpNewsTests(DatabaseProvider.Postgres);
