using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Consultations;
using Participation.Application.Search;
using Participation.Data;
using Participation.Data.Live;
using Participation.Data.Search;
using Participation.Domain.Consultations;
using Participation.Domain.People;
using Participation.Domain.Search;
using Participation.TestKit;

namespace Participation.Application.Tests.Search;

public abstract class SearchIndexerTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    SearchIndexer Indexer => app.Services.GetRequiredService<SearchIndexer>();

    [Fact]
    public async Task What_is_said_can_be_found_without_anybody_asking_for_it()
    {
        var slug = await app.Announce();
        await app.Submit(slug, "灯籠流し");
        await Wait.Until(async () => await Found(app, "灯籠") is 1);
    }

    [Fact]
    public async Task What_was_said_while_nobody_indexed_is_caught_up_with_from_where_it_stood()
    {
        var slug = await app.Announce();
        await app.Submit(slug, "前に言った椿");
        await Wait.Until(async () => await Found(app, "椿") is 1);
        await Indexer.StopAsync(CancellationToken.None);
        for (var i = 0; i < 5; i++) await app.Submit(slug, $"あとで言った椿 {i}");
        Assert.Equal(1, await Found(app, "椿"));
        await using (var started = await app.Join()) await Wait.Until(async () => await Found(started, "椿") is 6);
        Assert.Equal(6, await Entries(slug));
        Assert.True(await AtItsEnd(slug));
        await Indexer.StartAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Several_at_once_index_everything_once()
    {
        var slug = await app.Announce();
        await using var there = await app.Join();
        var second = there.Services.GetRequiredService<SearchIndexer>();
        for (var i = 0; i < 40; i++)
        {
            await app.Submit(slug, $"梟の森 {i}");
            if (i % 10 is 9) await Task.WhenAll(Indexer.CatchUp(0, default), second.CatchUp(0, default), Indexer.CatchUp(0, default));
        }
        await Indexer.CatchUp(0, default);
        Assert.Equal((40, 40), (await Found(app, "梟"), await Entries(slug)));
    }

    [Fact]
    public async Task A_change_from_a_place_already_passed_is_not_applied()
    {
        var slug = await app.Announce();
        await app.Submit(slug, "先に着いた鹿");
        await Indexer.CatchUp(0, default);
        var change = new IndexChange();
        change.Put.Add(new(new("opinion", 1, 999_999), "あとから来た麒麟"));
        Assert.False(await app.Services.GetRequiredService<SearchIndex>().Apply($"consultation:{slug}", 0, 2, change, default));
        Assert.Equal(0, await app.With(db => db.SearchEntries.CountAsync(e => e.Number == 999_999)));
    }

    [Fact]
    public async Task A_withdrawn_opinions_words_leave_the_index_and_those_of_others_stay()
    {
        var slug = await app.Announce();
        var receipt = await app.Submit(slug, "浜の鴎");
        await app.Submit(slug, "空の鴎");
        await Indexer.CatchUp(0, default);
        await app.Send(new WithdrawSubmission(receipt.ReceiptNumber, receipt.ReceiptSecret));
        await Indexer.CatchUp(0, default);
        Assert.Equal((1, 1), (await Found(app, "鴎"), await Entries(slug)));
        Assert.Equal(0, await app.With(db => db.Found("opinion", SearchTerms.Of("浜の鴎")).CountAsync()));
    }

    [Fact]
    public async Task Made_anew_it_holds_the_same()
    {
        var slug = await app.Announce();
        for (var i = 0; i < 3; i++) await app.Submit(slug, $"蜻蛉 {i}");
        await Indexer.CatchUp(0, default);
        var reindexed = await app.Send(new Reindex(), Caller.Operator);
        await Indexer.CatchUp(0, default);
        Assert.Equal(await app.With(db => db.SearchEntries.CountAsync()), reindexed.Value.Entries);
        Assert.Equal((3, 3), (await Found(app, "蜻蛉"), await Entries(slug)));
        Assert.NotNull((await app.Send(new Reindex())).Why);
        // PostgreSQL's planner would read every row of a table that it has never looked at.
        if (app.Database.Provider is DatabaseProvider.Postgres)
            Assert.Equal(reindexed.Value.Entries, await app.With(db => db.Database.SqlQuery<int>($"""SELECT reltuples::int AS "Value" FROM pg_class WHERE relname = 'SearchEntries'""").SingleAsync()));
    }

    [Fact]
    public async Task The_index_answers_and_nothing_is_sorted_or_read_from_end_to_end()
    {
        var slug = await app.Announce();
        for (var i = 0; i < 150; i++)
            await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [.. Enumerable.Range(0, 20).Select(n => new OpinionDraft($"道を広く、明るくしてほしい。{i}-{n}"))]));
        await app.Submit(slug, "防潮堤を低く");
        await Indexer.CatchUp(0, default);
        var source = app.Services.GetServices<ISearchSource>().Single(s => s.Kind is "opinion");
        foreach (var query in new[] { "潮", "防潮", "防潮堤", "防潮堤を低く", "防潮 低く" })
        {
            var plan = await app.With(db => Explain(
                db, source.Visible(db, db.Found("opinion", SearchTerms.Of(query)), Caller.Anonymous).OrderByDescending(e => e.Id).Take(11)));
            Assert.Contains(IndexName, plan, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"TEMP B-TREE|Seq Scan on ""Search|SCAN (e|o|s)\b", plan);
            // Whoever only counts them, or takes them all if they are few, has nothing put in order.
            var counted = await app.With(db => Explain(
                db, db.InAnyOrder(source.Visible(db, db.Found("opinion", SearchTerms.Of(query)), Caller.Anonymous).OrderByDescending(e => e.Id)).Take(101)));
            Assert.DoesNotMatch("TEMP B-TREE|Sort", counted);
        }
    }

    [Fact]
    public async Task A_common_word_of_a_rare_channel_or_of_one_call_among_others_is_told_apart_by_the_index_itself()
    {
        var (slug, other) = (await app.Announce(a => a with { Channels = [new(Channel.Web), new(Channel.Fax)] }), await app.Announce());
        for (var i = 0; i < 5; i++) await app.Submit(slug, $"鵺の声 {i}");
        await app.Submit(other, "鵺の声");
        await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("鵺の声をファクスで")], Channel.Fax, new(2026, 1, 5)), TestApp.Staff);
        await Indexer.CatchUp(0, default);
        var ids = await app.With(db => db.Consultations.Where(c => c.Slug == slug || c.Slug == other).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());
        foreach (var query in new[] { "鵺", "鵺の", "鵺の声" })
        {
            Assert.Equal(7, await Narrowed(query, SearchWithin.Everything));
            Assert.Equal(1, await Narrowed(query, new([], Channel.Fax)));
            Assert.Equal(0, await Narrowed(query, new([], Channel.Post)));
            Assert.Equal((6, 1, 7), (await Narrowed(query, new([ids[0]])), await Narrowed(query, new([ids[1]])), await Narrowed(query, new(ids))));
            Assert.Equal((1, 0), (await Narrowed(query, new(ids, Channel.Fax)), await Narrowed(query, new([ids[1]], Channel.Fax))));
        }

        Task<int> Narrowed(string query, SearchWithin within) => app.With(db => db.Found("opinion", SearchTerms.Of(query), within).CountAsync());
    }

    string IndexName => app.Database.Provider is DatabaseProvider.Postgres ? "IX_SearchEntries_Grams" : "VIRTUAL TABLE INDEX";

    /// <summary>How the engine goes about a query.</summary>
    static async Task<string> Explain(AppDbContext db, IQueryable<SearchEntry> query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = db.Database.IsNpgsql() ? $"ANALYZE; EXPLAIN {command.CommandText}" : $"EXPLAIN QUERY PLAN {command.CommandText}";
        var lines = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) lines.Add(reader.GetString(reader.FieldCount - 1));
        await db.Database.CloseConnectionAsync();
        return string.Join('\n', lines);
    }

    static async Task<int> Found(TestApp on, string query) =>
        (await on.Send(new SearchSite(query))).Value.Groups.Single(g => g.Kind is "opinion").Count;

    Task<int> Entries(string slug) => app.With(db =>
        db.SearchEntries.CountAsync(e => e.Kind == "opinion" && db.Consultations.Any(c => c.Id == e.Subject && c.Slug == slug)));

    Task<bool> AtItsEnd(string slug) => app.With(db => db.SearchPositions.AnyAsync(p =>
        p.Stream == $"consultation:{slug}" && db.Set<StreamHead>().Any(h => h.Stream == p.Stream && h.Sequence == p.Sequence)));
}

public sealed class SearchIndexerOnSqlite(OnSqlite engine) : SearchIndexerTests(engine), IClassFixture<OnSqlite>;

public sealed class SearchIndexerOnPostgres(OnPostgres engine) : SearchIndexerTests(engine), IClassFixture<OnPostgres>;
