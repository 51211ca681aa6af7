using System.Text;
using Participation.Application.Consultations;
using Participation.Application.Plans;
using Participation.Domain.Consultations;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

public abstract class CountsTests(EngineFixture engine)
{
    static readonly string?[] Ages = ["30代", "70代以上", null];
    static readonly string?[] Districts = ["平田", "鵜住居", null];
    static readonly Channel[] Channels = [Channel.Web, Channel.Fax, Channel.Post, Channel.Counter];
    static readonly DateTimeOffset Closes = new(2026, 1, 23, 15, 0, 0, TimeSpan.Zero);

    readonly TestApp app = engine.App;

    [Theory]
    [InlineData(1)]
    [InlineData(20260123)]
    public async Task After_any_course_of_events_the_counts_are_what_the_ledger_adds_up_to(int seed)
    {
        var chance = new Random(seed);
        app.Clock.Now = Closes.AddDays(-3);
        var slug = await app.Announce();
        var plan = Encoding.UTF8.GetBytes("# 一\n\nあ\n\n## 一の一\n\nい\n\n# 二\n\nう");
        await app.Send(new ImportPlan(slug, PlanFormat.Markdown, plan), TestApp.Staff);
        string?[] places = [null, .. (await app.Send(new GetPlan(slug))).Value.Passages().Select(p => p.Anchor)];
        T Any<T>(IReadOnlyList<T> from) => from[chance.Next(from.Count)];

        var receipts = new List<Receipt>();
        for (var step = 0; step < 120; step++)
        {
            // The last quarter comes after the close: late, and nothing can be taken back.
            if (step is 90) app.Clock.Now = Closes;
            if (receipts.Count > 0 && chance.Next(4) is 0)
            {
                var receipt = Any(receipts);
                await app.Send(new WithdrawSubmission(receipt.ReceiptNumber, receipt.ReceiptSecret));
                continue;
            }
            var opinions = Enumerable.Range(0, chance.Next(1, 4)).Select(_ => new OpinionDraft("声", Any(places))).ToList();
            var sender = new Sender(AgeBand: Any(Ages), District: Any(Districts));
            receipts.Add((await app.Send(new SubmitOpinions(slug, sender, opinions, Any(Channels)), TestApp.Staff)).Value);
        }

        var counts = (await app.Send(new GetConsultation(slug))).Value.Counts;
        var ledger = (await app.Send(new ListSubmissions(slug, Limit: 500), TestApp.Staff)).Value.Items;
        var counted = ledger.Where(s => s.Status is SubmissionStatus.Accepted).ToList();
        var late = ledger.Where(s => s.Status is SubmissionStatus.Late).ToList();
        Assert.All([counted.Count, late.Count, ledger.Count - counted.Count - late.Count], some => Assert.InRange(some, 5, 100));
        Assert.Equal((counted.Count, counted.Sum(s => s.Opinions.Count)), (counts.Submitters, counts.Opinions));
        Assert.Equal(late.Sum(s => s.Opinions.Count), counts.Late);
        Assert.Equal(Recount(counted, (s, _) => s.Channel.ToString().ToLowerInvariant()), counts.ByChannel);
        Assert.Equal(Recount(counted, (_, o) => o.Section), counts.BySection);
        Assert.Equal(Recount(counted, (s, _) => s.Sender.AgeBand), counts.ByAgeBand);
        Assert.Equal(Recount(counted, (s, _) => s.Sender.District), counts.ByDistrict);
        Assert.Equal(counts.Opinions, (await app.Send(new ListOpinions(slug, Limit: 500))).Value.Items.Count);
    }

    static Dictionary<string, int> Recount(IEnumerable<LedgerRow> ledger, Func<LedgerRow, LedgerOpinion, string?> by) => ledger
        .SelectMany(s => s.Opinions, by).GroupBy(key => key ?? Counts.Unknown).ToDictionary(g => g.Key, g => g.Count());
}

public sealed class CountsOnSqlite(OnSqlite engine) : CountsTests(engine), IClassFixture<OnSqlite>;

public sealed class CountsOnPostgres(OnPostgres engine) : CountsTests(engine), IClassFixture<OnPostgres>;
