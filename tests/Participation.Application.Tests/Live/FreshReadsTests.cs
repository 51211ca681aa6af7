using Participation.Application.Consultations;
using Participation.TestKit;

namespace Participation.Application.Tests.Live;

public abstract class FreshReadsTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task Whoever_was_answered_sees_their_own_opinion_at_once_every_time()
    {
        var slug = await app.Announce();
        for (var i = 1; i <= 60; i++)
        {
            await app.Submit(slug, $"声 {i}");
            var newest = (await app.Send(new ListOpinions(slug, NewestFirst: true))).Value;
            Assert.Equal($"声 {i}", newest.Items[0].Text);
            Assert.Equal(i, (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions);
        }
    }

    [Fact]
    public async Task Readers_never_see_less_than_was_answered_before_they_asked()
    {
        var slug = await app.Announce();
        var answered = 0;
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref answered) < 200)
            {
                var before = Volatile.Read(ref answered);
                var seen = (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions;
                Assert.True(seen >= before, $"{seen} seen after {before} were answered");
            }
        })).ToList();
        for (var i = 0; i < 200; i++)
        {
            await app.Submit(slug);
            Interlocked.Increment(ref answered);
        }
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task What_another_node_committed_is_seen_soon()
    {
        await using var other = await app.Join();
        var slug = await app.Announce();
        await app.Send(new GetConsultation(slug));
        await other.Submit(slug);
        await Wait.Until(async () => (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions == 1);
    }

    [Fact]
    public async Task Between_two_commits_the_newest_are_asked_for_once()
    {
        await using var quiet = await TestApp.Start(app.Database.Provider);
        var slug = await quiet.Announce();
        await quiet.Submit(slug);
        await quiet.HearAll();
        await quiet.Send(new ListOpinions(slug, NewestFirst: true));

        // A generation ends by itself after a second, whatever the machine was busy with.
        var counts = new List<int>();
        await Wait.Until(async () =>
        {
            counts.Add(await Commands.CountOf(() => quiet.Send(new ListOpinions(slug, NewestFirst: true))));
            return counts.Count == 20;
        });
        Assert.True(counts.Count(c => c == 0) >= 15);
    }
}

public sealed class FreshReadsOnSqlite(OnSqlite engine) : FreshReadsTests(engine), IClassFixture<OnSqlite>;

public sealed class FreshReadsOnPostgres(OnPostgres engine) : FreshReadsTests(engine), IClassFixture<OnPostgres>;
