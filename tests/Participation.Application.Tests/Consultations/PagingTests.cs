using System.Text;
using Participation.Application.Consultations;
using Participation.Domain.Consultations;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

public abstract class PagingTests(EngineFixture engine)
{
    const int Rows = 1_001;

    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_page_has_five_hundred_at_most_and_all_pages_together_have_everything_once()
    {
        var slug = await app.Announce();
        var csv = string.Concat(Enumerable.Range(1, Rows).Select(i => $"{i},道,声{i}\n").Prepend("no,category,text\n"));
        await app.Send(new ImportOpinions(slug, Encoding.UTF8.GetBytes(csv), Channel.Meeting, new DateOnly(2026, 1, 5)), TestApp.Staff);

        var opinions = await All(async after => (await app.Send(new ListOpinions(slug, after, int.MaxValue))).Value);
        Assert.Equal(Enumerable.Range(1, Rows).Select(i => $"声{i}"), opinions.Select(o => o.Text));
        var ledger = await All(async after => (await app.Send(new ListSubmissions(slug, after, int.MaxValue), TestApp.Staff)).Value);
        Assert.Equal(Rows, ledger.Select(s => s.ReceiptNumber).Distinct().Count());
        using var report = new MemoryStream();
        await app.Send(new WriteReport(slug, ReportFormat.Csv, report), TestApp.Staff);
        Assert.Equal(1 + Rows, Encoding.UTF8.GetString(report.ToArray()).Trim().Split("\r\n").Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task A_page_has_at_least_one(int limit)
    {
        var slug = await app.Announce();
        await app.Submit(slug);
        await app.Submit(slug);
        var page = (await app.Send(new ListOpinions(slug, Limit: limit))).Value;
        Assert.Equal(page.Next, Assert.Single(page.Items).Sequence);
    }

    static async Task<List<T>> All<T>(Func<long, Task<Page<T>>> read)
    {
        var all = new List<T>();
        for (long? after = 0; after is { } place;)
        {
            var page = await read(place);
            Assert.InRange(page.Items.Count, 0, 500);
            all.AddRange(page.Items);
            after = page.Next;
        }
        return all;
    }
}

public sealed class PagingOnSqlite(OnSqlite engine) : PagingTests(engine), IClassFixture<OnSqlite>;

public sealed class PagingOnPostgres(OnPostgres engine) : PagingTests(engine), IClassFixture<OnPostgres>;
