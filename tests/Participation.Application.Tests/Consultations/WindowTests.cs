using Participation.Application.Consultations;
using Participation.Domain.Consultations;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

public abstract class WindowTests(EngineFixture engine)
{
    static readonly DateTimeOffset Opens = new(2025, 12, 24, 15, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Closes = new(2026, 1, 23, 15, 0, 0, TimeSpan.Zero);

    readonly TestApp app = engine.App;

    [Fact]
    public async Task The_window_is_decided_to_the_tick()
    {
        app.Clock.Now = Opens.AddDays(-7);
        var slug = await app.Announce();
        async Task<string> At(DateTimeOffset now)
        {
            app.Clock.Now = now;
            var answer = await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("ひとこと")]));
            return answer.Refused ? answer.Why.Code : answer.Value.Status.ToString();
        }

        Assert.Equal("not-open", await At(Opens.AddTicks(-1)));
        Assert.Equal("Accepted", await At(Opens));
        Assert.Equal("Accepted", await At(Closes.AddTicks(-1)));
        Assert.Equal("Late", await At(Closes));
        var counts = (await app.Send(new GetConsultation(slug))).Value.Counts;
        Assert.Equal((2, 1), (counts.Opinions, counts.Late));
        Assert.Equal(2, (await app.Send(new ListOpinions(slug))).Value.Items.Count);
        var last = (await app.Send(new ListSubmissions(slug), TestApp.Staff)).Value.Items[1];
        Assert.Equal(Closes.AddTicks(-1), last.ReceivedAt);
    }

    [Fact]
    public async Task A_role_never_opens_a_closed_window()
    {
        app.Clock.Now = Closes.AddMinutes(1);
        var slug = await app.Announce();
        var web = await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("職員から")]), TestApp.Staff);
        Assert.Equal(SubmissionStatus.Late, web.Value.Status);
        var backdated = await app.Send(
            new SubmitOpinions(slug, Sender.Anonymous, [new("日付だけ前")], ReceivedOn: new DateOnly(2026, 1, 20)), TestApp.Staff);
        Assert.Equal("date-not-for-web", backdated.Why!.Code);
        var paper = await app.Send(
            new SubmitOpinions(slug, Sender.Anonymous, [new("窓口に出ていたもの")], Channel.Counter, new DateOnly(2026, 1, 23)), TestApp.Staff);
        Assert.Equal(SubmissionStatus.Accepted, paper.Value.Status);
    }

    [Theory]
    [InlineData("2025-12-25", "2026-01-23", null)]
    [InlineData("2025-12-25", "2026-01-22", "shortening-reason-required")]
    [InlineData("2026-02-06", "2026-02-20", "shortening-reason-required")]
    [InlineData("2026-02-06", "2026-02-05", "window-reversed")]
    [InlineData("2026-02-06T09:00:00", "2026-03-20", "date-unreadable")]
    public async Task A_window_shorter_than_the_minimum_asks_why(string opens, string closes, string? code)
    {
        var answer = await app.Send(
            new AnnounceConsultation { Slug = $"c-{Guid.NewGuid():N}", Title = "案", Opens = opens, Closes = closes }, TestApp.Staff);
        Assert.Equal(code, answer.Why?.Code);
    }

    [Fact]
    public async Task A_slug_is_used_once()
    {
        var slug = await app.Announce();
        var again = await app.Send(new AnnounceConsultation { Slug = slug, Title = "案", Opens = "2025-12-25", Closes = "2026-01-23" }, TestApp.Staff);
        Assert.Equal("slug-taken", again.Why!.Code);
    }

    [Fact]
    public async Task Answering_begins_after_the_close_and_once()
    {
        app.Clock.Now = Closes.AddTicks(-1);
        var slug = await app.Announce();
        Assert.Equal("wrong-stage", (await app.Send(new BeginAnswering(slug), TestApp.Staff)).Why!.Code);
        app.Clock.Now = Closes;
        Assert.False((await app.Send(new BeginAnswering(slug), TestApp.Staff)).Refused);
        Assert.Equal(Stage.Answering, (await app.Send(new GetConsultation(slug))).Value.Stage);
        Assert.True((await app.Send(new BeginAnswering(slug), TestApp.Staff)).Refused);
    }
}

public sealed class WindowOnSqlite(OnSqlite engine) : WindowTests(engine), IClassFixture<OnSqlite>;

public sealed class WindowOnPostgres(OnPostgres engine) : WindowTests(engine), IClassFixture<OnPostgres>;
