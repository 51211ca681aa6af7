using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Consultations;
using Participation.Application.Search;
using Participation.Application.Series;
using Participation.Application.Sites;
using Participation.Application.Spaces;
using Participation.Application.Tests.Series;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Series;
using Participation.Domain.Sites;
using Participation.Domain.Spaces;
using Participation.Domain.Wording;
using Participation.TestKit;

namespace Participation.Application.Tests.Wording;

public abstract class TranslatingTests(EngineFixture engine)
{
    static readonly Caller Administrator = new() { ActorId = "admin-1", UserId = "admin-1", Roles = new HashSet<string> { Roles.Administrator } };

    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_call_is_said_in_English_and_what_is_empty_is_left_out()
    {
        var slug = await app.Announce();
        var said = await app.Send(new TranslateConsultation(slug, [new("en", "title", " A draft "), new("ja-easy", "title", " ")]), TestApp.Staff);
        Assert.Equal([new Translation("en", "title", "A draft")], said.Value);
        Assert.Equal(said.Value, (await app.Send(new GetConsultation(slug))).Value.Translations);
    }

    [Fact]
    public async Task A_refused_translation_leaves_the_present_ones_alone()
    {
        var slug = await app.Announce(c => c with { Summary = "{closes}まで" });
        await app.Send(new TranslateConsultation(slug, [new("en", "summary", "until {closes}")]), TestApp.Staff);
        var refused = await app.Send(new TranslateConsultation(slug, [new("en", "summary", "soon")]), TestApp.Staff);
        Assert.Equal("place-missing", refused.Why!.Code);
        Assert.Equal("until {closes}", (await app.Send(new GetConsultation(slug))).Value.Translations[0].Text);
    }

    [Fact]
    public async Task A_phase_keeps_its_translation_when_phases_change_places_and_loses_it_with_its_name()
    {
        var slug = $"s-{Guid.NewGuid():N}";
        Phase First(string name) => new(name, new(2025, 4, 1), new(2025, 5, 1));
        await app.Send(new SaveSpace { Slug = slug, Title = "場", Phases = [First("話す"), First("決める")] }, TestApp.Staff);
        await app.Send(new TranslateSpace(slug, [new("en", Space.PhaseField("決める"), "Decide"), new("en", "title", "A place")]), TestApp.Staff);
        await app.Send(new SaveSpace { Slug = slug, Title = "場", Phases = [First("決める"), First("話す")] }, TestApp.Staff);
        Assert.Equal("Decide", (await app.Send(new GetSpace(slug))).Value.Space.Translations.Find("en", Space.PhaseField("決める")));
        await app.Send(new SaveSpace { Slug = slug, Title = "場", Phases = [First("決まる")] }, TestApp.Staff);
        Assert.Equal(["title"], (await app.Send(new GetSpace(slug))).Value.Space.Translations.Select(t => t.Field));
    }

    [Fact]
    public async Task A_series_is_said_again_by_staff_of_its_space_and_found_by_it()
    {
        var space = await app.OpenSpace();
        var slug = await app.OpenSeries(space: space);
        Translation[] said = [new("en", "title", "Wombat talks"), new("en", WorkshopSeries.MeetingField("港を話す"), "The harbour"), new("ja-easy", "title", " ")];
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new TranslateSeries(slug, said), StaffOf("elsewhere"))).Why);
        Assert.Equal(said[..2], (await app.Send(new TranslateSeries(slug, said), StaffOf(space))).Value);
        Assert.Equal(said[..2], (await app.Send(new GetSeries(slug))).Value.Translations);
        Assert.Equal(said[..2], Assert.Single((await app.Send(new ListMeetings(space))).Value).Translations);
        Assert.Equal(said[..2], Assert.Single((await app.Send(new ListSeries(space))).Value.Items).Translations);
        Assert.Equal("translation-field", (await app.Send(new TranslateSeries(slug, [new("en", "venue", "x")]), StaffOf(space))).Why!.Code);
        await app.Services.GetRequiredService<SearchIndexer>().CatchUp(0, CancellationToken.None);
        Assert.Single((await app.Send(new SearchSite("wombat"))).Value.Groups.SelectMany(g => g.Items), h => h.Slug == slug);
        // A translation goes with its words, wherever those are changed.
        await app.Send(new SaveMeeting(slug, 1, Seriesing.Plan(new(2026, 1, 19), title: "坂を話す")), TestApp.Staff);
        await app.Send(new SaveMeeting(slug, null, Seriesing.Plan(new(2026, 2, 19), title: "空を話す")), TestApp.Staff);
        Assert.Equal(["title"], (await app.Send(new GetSeries(slug))).Value.Translations.Select(t => t.Field));
    }

    static Caller StaffOf(string space) => new() { ActorId = "space-staff", UserId = "space-staff", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Staff, space) } };

    [Fact]
    public async Task The_notice_and_the_footers_pages_are_said_again_until_they_go()
    {
        var page = new FooterPage("about", "このサイトについて", "市が運営しています。");
        await app.Send(new SaveSite(new SiteSettings { Announcement = new("休みます", null, null), Pages = [page] }), Administrator);
        var said = await app.Send(new TranslateSite([new("en", "announcement", "Closed"), new("en", page.TitleField, "About")]), Administrator);
        Assert.False(said.Refused);
        await app.Send(new SaveSite(new SiteSettings { Announcement = new("休みます", null, null) }), Administrator);
        Assert.Equal(["announcement"], (await app.Send(new GetSite())).Value.Translations.Select(t => t.Field));
        await app.Send(new SaveSite(new SiteSettings()), Administrator);
    }

    [Fact]
    public async Task A_call_is_found_by_its_English_and_shown_with_its_day()
    {
        var slug = await app.Announce(c => c with { Title = "検索の案", Summary = "募集は{closes}まで" });
        await app.Send(new TranslateConsultation(slug, [new("en", "title", "Quokka crossing")]), TestApp.Staff);
        await app.Services.GetRequiredService<SearchIndexer>().CatchUp(0, CancellationToken.None);
        var hit = Assert.Single((await app.Send(new SearchSite("quokka"))).Value.Groups.SelectMany(g => g.Items), h => h.Slug == slug);
        Assert.Contains("令和8年1月23日", string.Concat(hit.Snippet.Select(p => p.Text)), StringComparison.Ordinal);
    }
}

public sealed class TranslatingOnSqlite(OnSqlite engine) : TranslatingTests(engine), IClassFixture<OnSqlite>;

public sealed class TranslatingOnPostgres(OnPostgres engine) : TranslatingTests(engine), IClassFixture<OnPostgres>;
