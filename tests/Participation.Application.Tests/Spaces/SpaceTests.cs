using System.Text;
using Participation.Application.Consultations;
using Participation.Application.Spaces;
using Participation.Application.Tests.Plans;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;
using Participation.Domain.Spaces;
using Participation.Domain.Tests.Plans;
using Participation.TestKit;

namespace Participation.Application.Tests.Spaces;

public abstract class SpaceTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [RealPlanFact]
    public async Task A_real_citys_calendar_becomes_a_spaces()
    {
        var space = (await app.Send(new ImportTimeline(await Open(), RealPlans.Bytes("kamaishi-timeline.csv")), TestApp.Staff)).Value;
        var entries = space.Timeline;

        Assert.Equal(26, entries.Count);
        Assert.Equal((9, 17), (entries.Count(e => e.Year.Begins == 2024), entries.Count(e => e.Year.Begins == 2025)));
        Assert.Equal(4, entries.Count(e => e.Start is { IsMonth: true }));
        Assert.Equal(1, entries.Count(e => e.Status is TimelineStatus.Postponed));
        var undecided = Assert.Single(entries, e => e.Status is TimelineStatus.Undecided);
        Assert.Equal((4, false), (undecided.Number, undecided.HasDay));
        // Numbering begins again: there are two first meetings, one in each fiscal year.
        Assert.Equal([2024, 2025], entries.Where(e => e.Number == 1).Select(e => e.Year.Begins));
        Assert.Equal([30, 22, 15, 2], entries.Where(e => e.Days > 1).Select(e => e.Days!.Value).OrderDescending());
        Assert.Equal("2025-12-24", space.NextAfter(new(2025, 12, 17))!.Start.ToString());
        // While the call for opinions is open, what comes next is what begins next.
        Assert.Equal("2025-12-25", Assert.Single(space.On(new(2026, 1, 2))).Start.ToString());
        Assert.Equal("2026-01-13", space.NextAfter(new(2026, 1, 2))!.Start.ToString());
        Assert.Null(space.NextAfter(new(2026, 2, 10)));
    }

    [Fact]
    public async Task A_calendar_with_a_bad_row_leaves_the_present_one_alone()
    {
        var slug = await Open();
        await app.Send(new ImportTimeline(slug, Csv("R7,審議会,1,2025-06-01,,planned,")), TestApp.Staff);
        var refused = await app.Send(new ImportTimeline(slug, Csv("R7,審議会,1,2025-02-30,,planned,")), TestApp.Staff);

        Assert.Equal("timeline-date", refused.Why!.Code);
        Assert.Equal(1, (await Get(slug)).Space.Timeline[0].Days);
        Assert.Equal("timeline-header", (await app.Send(new ImportTimeline(slug, "a,b\n1,2\n"u8.ToArray()), TestApp.Staff)).Why!.Code);
        Assert.Equal("csv-encoding", (await app.Send(new ImportTimeline(slug, [0x82, 0xA0, 0x2C]), TestApp.Staff)).Why!.Code);
    }

    [Fact]
    public async Task A_preview_keeps_nothing()
    {
        var slug = await Open();
        Assert.Single((await app.Send(new PreviewTimeline(Csv("R7,審議会,1,2025-06-01,,planned,")), TestApp.Staff)).Value);
        Assert.Empty((await Get(slug)).Space.Timeline);
    }

    [Fact]
    public async Task A_consultation_belongs_to_a_space_that_exists()
    {
        var slug = await Open();
        var consultation = await app.Announce(c => c with { Space = slug });
        Assert.Equal([consultation], (await Get(slug)).Consultations.Select(c => c.Slug));

        var lost = await app.Send(new AnnounceConsultation { Slug = "lost", Title = "案", Opens = "2025-12-25", Closes = "2026-01-23", Space = "nowhere" }, TestApp.Staff);
        Assert.Equal("space-unknown", lost.Why!.Code);
    }

    [Fact]
    public async Task Whoever_saves_over_somebody_elses_change_is_told()
    {
        var slug = await Open();
        var seen = (await Get(slug)).Space.Version;
        Assert.False((await app.Send(Settings(slug) with { Title = "先に", Version = seen }, TestApp.Staff)).Refused);
        Assert.Equal(Refusal.ChangedMeanwhile, (await app.Send(Settings(slug) with { Title = "後から", Version = seen }, TestApp.Staff)).Why);
        Assert.Equal("先に", (await Get(slug)).Space.Title);
    }

    [Fact]
    public async Task A_phase_that_ends_before_it_begins_is_refused_by_name()
    {
        var refused = await app.Send(Settings("s-phase") with { Phases = [new("聞く", new(2026, 1, 2), new(2026, 1, 1))] }, TestApp.Staff);
        Assert.Equal(("window-reversed", "phases[0].until"), (refused.Why!.Code, refused.Why.Faults[0].Field));
    }

    [Fact]
    public async Task Only_staff_make_and_change_spaces()
    {
        Assert.Equal(Refusal.SignInRequired, (await app.Send(Settings("s-nobody"))).Why);
        Assert.Equal(Refusal.SignInRequired, (await app.Send(new ImportTimeline(await Open(), Csv("R7,審議会,1,2025-06-01,,planned,")))).Why);
    }

    [Fact]
    public async Task A_change_is_told_on_the_spaces_stream_and_noted()
    {
        var slug = await Open();
        var told = await app.With(db => Task.FromResult(db.LiveEvents.Where(e => e.Stream == Streams.Space(slug)).Select(e => e.Kind).ToList()));
        Assert.Equal([Kinds.SpaceChanged], told);
        Assert.True(await app.With(db => Task.FromResult(db.AuditEntries.Any(e => e.Name == "space.described" && e.Subject == Streams.Space(slug)))));
    }

    async Task<string> Open()
    {
        var slug = $"s-{Guid.NewGuid():N}";
        Assert.False((await app.Send(Settings(slug), TestApp.Staff)).Refused);
        return slug;
    }

    static SaveSpace Settings(string slug) => new() { Slug = slug, Title = "計画をつくる" };

    async Task<SpaceWithConsultations> Get(string slug) => (await app.Send(new GetSpace(slug))).Value;

    static byte[] Csv(string row) => Encoding.UTF8.GetBytes($"fiscal_year,mechanism,no,start,end,status,note\n{row}\n");
}

public sealed class SpacesOnSqlite(OnSqlite engine) : SpaceTests(engine), IClassFixture<OnSqlite>;

public sealed class SpacesOnPostgres(OnPostgres engine) : SpaceTests(engine), IClassFixture<OnPostgres>;
