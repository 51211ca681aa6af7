using System.Text;
using Participation.Application.Consultations;
using Participation.Application.Plans;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.Writing;

/// <summary>Staff's writes, asked for twice or by two at once.</summary>
public abstract class KeyedTests(EngineFixture engine)
{
    const int AtOnce = 12;

    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_slug_wanted_by_many_at_once_is_given_to_one_and_the_others_are_told()
    {
        var slug = $"c-{Guid.NewGuid():N}";
        var answers = await Task.WhenAll(Many(() => app.Send(Announcing(slug), TestApp.Staff)));
        Assert.Single(answers, a => !a.Refused);
        Assert.All(answers.Where(a => a.Refused), a => Assert.Equal("slug-taken", a.Why!.Code));
    }

    [Fact]
    public async Task One_key_announces_once_and_a_retry_at_the_same_moment_is_no_other_ones_slug()
    {
        // Several rounds: how the retries interleave is chance.
        for (var round = 0; round < 10; round++)
        {
            var slug = $"c-{Guid.NewGuid():N}";
            var ask = Announcing(slug) with { Key = slug };
            var answers = await Task.WhenAll(Many(() => app.Send(ask, TestApp.Staff)));
            // One that asks before the first has its answer is told that it is still at work.
            Assert.All(answers.Where(a => a.Refused), a => Assert.Equal("still-at-work", a.Why!.Code));
            Assert.Contains(answers, a => !a.Refused);
            var again = await app.Send(ask, TestApp.Staff);
            Assert.Equal(slug, again.Value.Slug);
        }
    }

    [Fact]
    public async Task Plans_imported_at_once_are_one_version_each_or_refused()
    {
        var slug = await app.Announce();
        var answers = await Task.WhenAll(Many(() => app.Send(Importing(slug, "# 章\n\n本文です。"), TestApp.Staff)));
        Assert.All(answers.Where(a => a.Refused), a => Assert.Equal(Refusal.ChangedMeanwhile, a.Why));
        var versions = answers.Where(a => !a.Refused).Select(a => a.Value.Version).Order().ToList();
        Assert.NotEmpty(versions);
        Assert.Equal(Enumerable.Range(1, versions.Count), versions);
        Assert.Equal(versions[^1], (await app.Send(new GetPlan(slug))).Value.Version);
    }

    [Fact]
    public async Task One_key_imports_a_plan_once()
    {
        var slug = await app.Announce();
        var first = await app.Send(Importing(slug, "# 章\n\n本文です。") with { Key = slug }, TestApp.Staff);
        var again = await app.Send(Importing(slug, "# 章\n\n本文です。") with { Key = slug }, TestApp.Staff);
        Assert.Equal((first.Value, 1), (again.Value, again.Value.Version));
        var other = await app.Send(Importing(slug, "# 章\n\n別の本文です。") with { Key = slug }, TestApp.Staff);
        Assert.Equal(Refusal.KeyReused, other.Why);
    }

    [Fact]
    public async Task One_key_imports_opinions_once_even_at_the_same_moment()
    {
        var slug = await app.Announce();
        var csv = Encoding.UTF8.GetBytes("no,category,text\n1,道,よい\n2,港,広い\n");
        var ask = new ImportOpinions(slug, csv, Channel.Meeting, new DateOnly(2026, 1, 5)) { Key = slug };
        var answers = await Task.WhenAll(Many(() => app.Send(ask, TestApp.Staff)));
        Assert.All(answers, a => Assert.Equal(2, a.Value.Opinions));
        Assert.Equal(2, (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions);
    }

    static AnnounceConsultation Announcing(string slug) => new() { Slug = slug, Title = "案", Opens = "2025-12-25", Closes = "2026-01-23" };

    static ImportPlan Importing(string slug, string markdown) => new(slug, PlanFormat.Markdown, Encoding.UTF8.GetBytes(markdown));

    static IEnumerable<Task<T>> Many<T>(Func<Task<T>> work) => Enumerable.Range(0, AtOnce).Select(_ => Task.Run(work));
}

public sealed class KeyedOnSqlite(OnSqlite engine) : KeyedTests(engine), IClassFixture<OnSqlite>;

public sealed class KeyedOnPostgres(OnPostgres engine) : KeyedTests(engine), IClassFixture<OnPostgres>;
