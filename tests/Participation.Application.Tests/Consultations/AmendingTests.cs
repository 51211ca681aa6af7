using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Domain.Consultations;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

public abstract class AmendingTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task An_extended_window_takes_what_comes_in_on_its_new_days()
    {
        var slug = await app.Announce();
        app.Clock.Now = new(2026, 1, 10, 3, 0, 0, TimeSpan.Zero);
        var amended = await app.Send(new AmendConsultation(slug, new() { Closes = "2026-01-30" }, "大雪のため", null), TestApp.Staff);
        Assert.Equal(new DateOnly(2026, 1, 30), amended.Value.Window.LastDay);

        app.Clock.Now = new(2026, 1, 30, 14, 59, 0, TimeSpan.Zero);
        var sent = await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("ひとこと")]));
        Assert.Equal(SubmissionStatus.Accepted, sent.Value.Status);
        var shown = Assert.Single((await app.Send(new GetConsultation(slug))).Value.Amendments);
        Assert.Equal(["closes"], shown.Changed);
        Assert.Equal("大雪のため", shown.Reason);
        var told = await app.With(db => db.LiveEvents.Where(e => e.Stream == Streams.Consultation(slug)).Select(e => e.Kind).ToListAsync());
        Assert.Contains(Kinds.ConsultationAmended, told);
    }

    [Fact]
    public async Task What_is_not_said_stays_as_it_is()
    {
        var slug = await app.Announce();
        var before = (await app.Send(new GetConsultation(slug))).Value;
        var after = (await app.Send(new AmendConsultation(slug, new() { Office = "総合政策課" }, null, null), TestApp.Staff)).Value;
        Assert.Equal("総合政策課", after.Office);
        Assert.Equal((before.Title, before.Window, before.MinimumDays), (after.Title, after.Window, after.MinimumDays));
        Assert.Equal(before.Channels, after.Channels);
    }

    [Fact]
    public async Task Of_two_people_who_change_it_at_once_the_later_is_told()
    {
        var slug = await app.Announce();
        var tries = await Task.WhenAll(
            app.Send(new AmendConsultation(slug, new() { Office = "総合政策課" }, null, null), TestApp.Staff),
            app.Send(new AmendConsultation(slug, new() { Office = "企画課" }, null, null), TestApp.Staff));
        Assert.Equal(Refusal.ChangedMeanwhile, Assert.Single(tries, t => t.Refused).Why);
        var kept = Assert.Single(tries, t => !t.Refused).Value;
        Assert.Equal(kept.Office, (await app.Send(new GetConsultation(slug))).Value.Office);
    }

    [Fact]
    public async Task What_is_too_long_is_named_as_the_api_spells_it()
    {
        var slug = await app.Announce();
        var refused = await app.Send(new AmendConsultation(slug, new() { Title = new string('題', 201) }, null, null), TestApp.Staff);
        Assert.Equal(("title", "field-too-long"), (refused.Why!.Faults[0].Field, refused.Why.Faults[0].Code));
    }
}

public sealed class AmendingOnSqlite(OnSqlite engine) : AmendingTests(engine), IClassFixture<OnSqlite>;

public sealed class AmendingOnPostgres(OnPostgres engine) : AmendingTests(engine), IClassFixture<OnPostgres>;
