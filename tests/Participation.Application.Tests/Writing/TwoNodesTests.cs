using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Audit;
using Participation.Application.Consultations;
using Participation.Application.Live;
using Participation.Application.Plans;
using Participation.Domain.Consultations;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Writing;

/// <summary>Two nodes on PostgreSQL; on SQLite, the server and one of its verbs at the same time.</summary>
public abstract class TwoNodesTests(EngineFixture engine)
{
    readonly TestApp here = engine.App;

    [Fact]
    public async Task Both_write_at_once_and_nothing_is_lost_doubled_or_out_of_order()
    {
        await using var there = await here.Join();
        var slug = await here.Announce();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => (i % 2 is 0 ? here : there).Submit(slug, $"声 {i}")));

        var stream = $"consultation:{slug}";
        var sequences = await here.With(db => db.LiveEvents.Where(e => e.Stream == stream).OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 61).Select(i => (long)i), sequences);
        Assert.Equal(60, (await there.Send(new GetConsultation(slug))).Value.Counts.Opinions);
        Assert.Null((await there.Send(new VerifyAudit(), Caller.Operator)).Value.BrokenAt);
    }

    [Fact]
    public async Task One_hears_what_the_other_committed()
    {
        await using var there = await here.Join();
        var slug = await here.Announce();
        await here.Submit(slug);
        var tail = there.Services.GetRequiredService<LiveTail>();
        await Wait.Until(() => tail.HeadOf($"consultation:{slug}") is 2);
    }

    [Fact]
    public async Task A_plan_imported_on_one_is_known_on_the_other()
    {
        await using var there = await here.Join();
        var slug = await here.Announce();
        Assert.Equal(0, (await there.Send(new GetPlan(slug))).Value.Version);
        await here.Send(new ImportPlan(slug, PlanFormat.Markdown, Encoding.UTF8.GetBytes("# 章\n\n本文です。")), TestApp.Staff);
        await Wait.Until(async () => (await there.Send(new GetPlan(slug))).Value.Version is 1);
        var anchor = (await there.Send(new GetPlan(slug))).Value.Passages().Single().Anchor;
        Assert.False((await there.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("ここに", anchor)]))).Refused);
    }
}

public sealed class TwoNodesOnSqlite(OnSqlite engine) : TwoNodesTests(engine), IClassFixture<OnSqlite>;

public sealed class TwoNodesOnPostgres(OnPostgres engine) : TwoNodesTests(engine), IClassFixture<OnPostgres>;
