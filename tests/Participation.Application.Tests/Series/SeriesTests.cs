using Microsoft.EntityFrameworkCore;
using Participation.Application.Boards;
using Participation.Application.Series;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Series;
using Participation.TestKit;

namespace Participation.Application.Tests.Series;

public abstract class SeriesTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_draft_is_staffs_alone_and_a_published_series_everybodys()
    {
        var space = await app.OpenSpace();
        var slug = await app.OpenSeries(published: false, space: space);
        Assert.Equal(Refusal.NotFound, (await app.Send(new GetSeries(slug))).Why);
        Assert.Equal(Refusal.NotFound, (await app.Send(new GetSeries(slug), StaffOf("elsewhere"))).Why);
        Assert.True((await app.Send(new GetSeries(slug), StaffOf(space))).Value.Works);
        Assert.Empty((await app.Send(new ListMeetings(space))).Value);
        Assert.Single((await app.Send(new ListSeries(space, Theirs: true), StaffOf(space))).Value.Items);

        Assert.Null((await app.Send(new PublishSeries(slug), StaffOf(space))).Why);
        var seen = (await app.Send(new GetSeries(slug))).Value;
        Assert.Equal((true, false, "計画づくり"), (seen.Published, seen.Works, seen.SpaceTitle));
        Assert.Equal(slug, Assert.Single((await app.Send(new ListMeetings(space))).Value).Slug);
        Assert.Single((await app.Send(new ListSeries(space))).Value.Items);
    }

    [Fact]
    public async Task Staff_of_another_space_change_nothing()
    {
        var slug = await app.OpenSeries();
        var stranger = StaffOf("elsewhere");
        foreach (var why in new[]
        {
            (await app.Send(new SaveSeries(slug, null, "別の名", "", 1), stranger)).Why,
            (await app.Send(new PublishSeries(slug), stranger)).Why,
            (await app.Send(new SaveMeeting(slug, null, Seriesing.Plan(new(2026, 2, 1))), stranger)).Why,
            (await app.Send(new SaveMeeting(slug, 1, Seriesing.Plan(new(2026, 1, 19))), stranger)).Why,
            (await app.Send(new PostponeMeeting(slug, 1, null, null, "都合"), stranger)).Why,
            (await app.Send(new CancelMeeting(slug, 1, "都合"), stranger)).Why,
            (await app.Send(new SignUpAtCounter(slug, 1, new Participant("名", null)), stranger)).Why,
            (await app.Send(new SaveSeries($"w-{Guid.NewGuid():N}", await app.OpenSpace(), "名", ""), stranger)).Why,
        })
            Assert.Equal(Refusal.NotAllowed, why);
        Assert.Equal(MeetingStanding.Planned, (await app.Meeting(slug)).Standing);
    }

    [Fact]
    public async Task What_a_meeting_took_over_leads_back_to_the_summary_of_the_one_before()
    {
        var space = await app.OpenSpace();
        var slug = await app.OpenSeries(space: space);
        var code = (await app.Send(new OpenSession(new("一回目", space, true, false, [new("何から？", BoardTemplate.Kpt, ["よい", "困る", "試す"])], [], 0, 3)), TestApp.Staff)).Value;
        Assert.Null((await app.Send(new SaveMeeting(slug, 1, Seriesing.Plan(new(2026, 1, 19)) with { First = null, Workshops = [code] }), TestApp.Staff)).Why);
        await app.Send(new SaveMeeting(slug, null, Seriesing.Plan(new(2026, 2, 20)) with { TakenOver = "広場の日陰" }), TestApp.Staff);

        var before = (await app.Send(new GetSeries(slug))).Value.Meetings;
        Assert.Empty(before[0].Summaries);
        Assert.Empty(before[0].Workshops);
        Assert.Equal([code], (await app.Meeting(slug)).Workshops);

        Assert.Null((await app.Send(new PublishSummary(code, true), TestApp.Staff)).Why);
        var after = (await app.Send(new GetSeries(slug))).Value.Meetings;
        Assert.Equal(new MeetingSummary(code, "一回目"), Assert.Single(after[0].Summaries));
        Assert.Equal(("広場の日陰", 1, code), (after[1].TakenOver, after[1].BeforeNumber, Assert.Single(after[1].Before).Code));
    }

    [Fact]
    public async Task A_workshop_of_another_space_cant_be_attached()
    {
        var slug = await app.OpenSeries();
        var code = (await app.Send(new OpenSession(new("よその", await app.OpenSpace(), true, false, [new("何？", BoardTemplate.Kpt, ["a", "b", "c"])], [], 0, 3)), TestApp.Staff)).Value;
        var refused = await app.Send(new SaveMeeting(slug, 1, Seriesing.Plan(new(2026, 1, 19)) with { Workshops = [code] }), TestApp.Staff);
        Assert.Equal("workshops", Assert.Single(refused.Why!.Faults).Field);
    }

    [Fact]
    public async Task Whoever_changes_an_older_state_is_told()
    {
        var slug = await app.OpenSeries();
        var seen = (await app.Meeting(slug)).Sequence;
        Assert.Null((await app.Send(new PostponeMeeting(slug, 1, new(2026, 2, 3), null, "雪のため", seen), TestApp.Staff)).Why);
        Assert.Equal(Refusal.ChangedMeanwhile, (await app.Send(new CancelMeeting(slug, 1, "都合", seen), TestApp.Staff)).Why);
        Assert.Equal(Refusal.ChangedMeanwhile, (await app.Send(new SaveMeeting(slug, 1, Seriesing.Plan(new(2026, 2, 3)), seen), TestApp.Staff)).Why);
        Assert.Equal(Refusal.ChangedMeanwhile, (await app.Send(new SaveSeries(slug, null, "別の名", "", 1), TestApp.Staff)).Why);
        Assert.Equal("series-slug-taken", (await app.Send(new SaveSeries(slug, await app.OpenSpace(), "別の名", ""), TestApp.Staff)).Why!.Code);
        var meeting = await app.Meeting(slug);
        Assert.Equal((new DateOnly(2026, 2, 3), new DateOnly(2026, 1, 19), "雪のため"), (meeting.First, Assert.Single(meeting.Moves).First, meeting.Moves[0].Reason));
    }

    [Fact]
    public async Task Every_step_of_staff_stands_in_the_audit_trail_with_its_name()
    {
        var slug = await app.OpenSeries();
        await app.Send(new PostponeMeeting(slug, 1, null, null, "雪のため"), TestApp.Staff);
        await app.Send(new CancelMeeting(slug, 1, "会場が使えない"), TestApp.Staff);
        var steps = await app.With(db => db.AuditEntries.AsNoTracking().Where(a => a.Subject == $"series:{slug}" || a.Subject == $"series:{slug}/1").OrderBy(a => a.Sequence).ToListAsync());
        Assert.Equal(
            ["series.described", "series.meeting-added", "series.published", "series.meeting-postponed", "series.meeting-cancelled"],
            steps.Select(s => s.Name));
        Assert.All(steps, s => Assert.Equal("staff-1", s.Actor));
    }

    [Fact]
    public async Task Only_what_is_to_come_is_listed_and_the_next_first()
    {
        var space = await app.OpenSpace();
        var slug = await app.OpenSeries(space: space);
        foreach (var day in new DateOnly[] { new(2026, 3, 1), new(2026, 1, 10), new(2025, 12, 1), new(2026, 2, 1) })
            Assert.Null((await app.Send(new SaveMeeting(slug, null, Seriesing.Plan(day)), TestApp.Staff)).Why);
        await app.Send(new PostponeMeeting(slug, 5, null, null, "雪"), TestApp.Staff);
        Assert.Equal([3, 1, 2], (await app.Send(new ListMeetings(space))).Value.Select(m => m.Number));
    }

    static Caller StaffOf(string space) => new() { ActorId = "space-staff", UserId = "space-staff", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Staff, space) } };
}

public sealed class SeriesOnSqlite(OnSqlite engine) : SeriesTests(engine), IClassFixture<OnSqlite>;

public sealed class SeriesOnPostgres(OnPostgres engine) : SeriesTests(engine), IClassFixture<OnPostgres>;
