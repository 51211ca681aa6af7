using System.Text;
using Participation.Application.Consultations;
using Participation.Application.Plans;
using Participation.Domain.Consultations;
using Participation.Domain.Tests.Plans;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

public abstract class ResultsTests(EngineFixture engine)
{
    static readonly DateTimeOffset Closes = new(2026, 1, 23, 15, 0, 0, TimeSpan.Zero);
    static readonly string[] Ages = ["19歳以下", "30代", "70代"];

    readonly TestApp app = engine.App;

    [Theory]
    [InlineData(7)]
    [InlineData(20251225)]
    public async Task After_any_course_of_events_every_breakdown_is_what_the_ledger_adds_up_to(int seed)
    {
        var chance = new Random(seed);
        app.Clock.Now = Closes.AddDays(-6);
        var slug = await app.Announce(c => c with { AgeBands = Ages, OptionalFields = [SenderField.AgeBand, SenderField.District] });
        await app.Send(new ImportPlan(slug, PlanFormat.Markdown, Encoding.UTF8.GetBytes("# 一\n\nあ\n\n## 一の一\n\nい\n\n### 深い\n\nえ\n\n# 二\n\nう")), TestApp.Staff);
        string?[] places = [null, .. (await app.Send(new GetPlan(slug))).Value.Passages().Select(p => p.Anchor)];
        T Any<T>(IReadOnlyList<T> from) => from[chance.Next(from.Count)];

        var receipts = new List<Receipt>();
        for (var step = 0; step < 100; step++)
        {
            if (step % 20 is 0) app.Clock.Now = app.Clock.Now.AddHours(29);
            if (step is 85) app.Clock.Now = Closes;
            if (receipts.Count > 0 && chance.Next(5) is 0)
            {
                var receipt = Any(receipts);
                await app.Send(new WithdrawSubmission(receipt.ReceiptNumber, receipt.ReceiptSecret));
                continue;
            }
            var channel = Any([Channel.Web, Channel.Post]);
            var sender = new Sender(AgeBand: Any([null, "30代", "70代", "70代", "70代"]), District: Any([null, "平田", $"区{chance.Next(60)}"]));
            var ask = new SubmitOpinions(
                slug, sender, [.. Enumerable.Range(0, chance.Next(1, 4)).Select(_ => new OpinionDraft("声", Any(places)))], channel,
                channel is Channel.Post ? new DateOnly(2026, 1, chance.Next(4, 16)) : null);
            receipts.Add((await app.Send(ask, TestApp.Staff)).Value);
        }

        var results = (await app.Send(new GetResults(slug))).Value;
        var counted = (await app.Send(new ListSubmissions(slug, Limit: 500, Status: SubmissionStatus.Accepted), TestApp.Staff)).Value.Items;
        var counts = (await app.Send(new GetConsultation(slug), TestApp.Staff)).Value.Counts;
        Assert.Equal((counted.Count, counted.Sum(s => s.Opinions.Count)), (results.Submitters, results.Opinions));
        Assert.Equal((counts.Submitters, counts.Opinions), (results.Submitters, results.Opinions));
        Assert.All([results.ByDay.Sum(d => d.Opinions), results.BySection.Sum(s => s.Opinions), results.ByChannel.Sum(c => c.Opinions)], sum => Assert.Equal(results.Opinions, sum));

        var days = counted.GroupBy(DayOf).ToDictionary(g => g.Key, g => g.Sum(s => s.Opinions.Count));
        Assert.All(results.ByDay, d => Assert.Equal(days.GetValueOrDefault(d.Day), d.Opinions));
        Assert.Equal((new DateOnly(2025, 12, 25), new DateOnly(2026, 1, 23), 30), (results.ByDay[0].Day, results.ByDay[^1].Day, results.ByDay.Count));
        Assert.All(results.ByChannel, c => Assert.Equal(counted.Where(s => s.Channel == c.Channel).Sum(s => s.Opinions.Count), c.Opinions));

        foreach (var (people, of) in new (PeopleCounts, Func<LedgerRow, string?>)[] { (results.ByAgeBand, s => s.Sender.AgeBand), (results.ByDistrict, s => s.Sender.District) })
        {
            Assert.Equal(counted.Count, people.Base);
            Assert.Equal(counted.Count, people.Rows.Sum(r => r.Submitters ?? 0) + (people.Folded?.Submitters ?? 0));
            Assert.All(people.Rows.Where(r => r.Submitters is not null), r =>
                Assert.Equal(counted.Count(s => (of(s) ?? Counts.Unknown) == r.Key), r.Submitters));
        }
        Assert.Equal(["19歳以下", "30代", "70代", "unknown"], results.ByAgeBand.Rows.Select(r => r.Key));
        // What few wrote in their own words is not even named.
        Assert.DoesNotContain(results.ByDistrict.Rows, r => r.Key.StartsWith('区'));

        static DateOnly DayOf(LedgerRow s) => s.ReceivedOn ?? DateOnly.FromDateTime(s.ReceivedAt.ToOffset(TimeSpan.FromHours(9)).DateTime);
    }

    [Fact]
    public async Task Few_people_of_a_band_are_told_to_staff_alone()
    {
        app.Clock.Now = Closes.AddDays(-3);
        var slug = await app.Announce(c => c with { AgeBands = Ages, OptionalFields = [SenderField.AgeBand] });
        foreach (var age in new[] { ("19歳以下", 2), ("30代", 9), ("70代", 6), (null, 7) })
            for (var i = 0; i < age.Item2; i++) await app.Send(new SubmitOpinions(slug, new Sender(AgeBand: age.Item1), [new OpinionDraft("一"), new OpinionDraft("二")]));

        var everybody = (await app.Send(new GetConsultation(slug))).Value.Counts;
        Assert.Equal(new Dictionary<string, int> { ["30代"] = 18, ["folded"] = 16, ["unknown"] = 14 }, everybody.ByAgeBand);
        Assert.Equal(everybody.Opinions, everybody.ByAgeBand.Values.Sum());
        var listed = (await app.Send(new ListConsultations(Limit: 500))).Value.Items.Single(c => c.Slug == slug).Counts;
        Assert.Equal(everybody.ByAgeBand, listed.ByAgeBand);
        var staff = (await app.Send(new GetConsultation(slug), TestApp.Staff)).Value.Counts;
        Assert.Equal(new Dictionary<string, int> { ["19歳以下"] = 4, ["30代"] = 18, ["70代"] = 12, ["unknown"] = 14 }, staff.ByAgeBand);

        var results = (await app.Send(new GetResults(slug), TestApp.Staff)).Value.ByAgeBand;
        Assert.Equal([null, 9, null, 7], results.Rows.Select(r => r.Submitters));
        Assert.Equal(8, results.Folded!.Submitters);
        Assert.False((await app.Send(new GetResults(slug))).Value.ByDistrict.Asked);
    }

    [Fact]
    public async Task Population_is_put_beside_the_senders_and_refused_by_name()
    {
        app.Clock.Now = Closes.AddDays(-3);
        var slug = await app.Announce(c => c with { AgeBands = Ages, OptionalFields = [SenderField.AgeBand] });
        for (var i = 0; i < 10; i++) await app.Send(new SubmitOpinions(slug, new Sender(AgeBand: i < 5 ? "30代" : "70代"), [new OpinionDraft("声")]));
        var csv = Encoding.UTF8.GetBytes("\uFEFFkind,name,people\n年代,19歳以下,250\n年代,30代,250\nageBand,70代,\"500\"\n");
        var given = await app.Send(new GivePopulation { Slug = slug, Source = "台帳", Csv = csv }, TestApp.Staff);
        Assert.False(given.Refused);

        var results = (await app.Send(new GetResults(slug))).Value;
        Assert.Equal("台帳", results.PopulationSource);
        Assert.Equal(1000, results.ByAgeBand.PopulationBase);
        Assert.Equal([0.25, 0.25, 0.5, null], results.ByAgeBand.Rows.Select(r => r.PopulationShare));
        Assert.Equal([0, 0.5, 0.5, 0.0], results.ByAgeBand.Rows.Select(r => r.Share));

        async Task<string[]> Refused(string rows) => [.. (await app.Send(
            new GivePopulation { Slug = slug, Source = "台帳", Csv = Encoding.UTF8.GetBytes($"kind,name,people\n{rows}") }, TestApp.Staff)).Why!.Faults
            .Select(f => string.Join(' ', [f.Code, .. f.Values]))];
        Assert.Equal(["population-unknown 90代"], await Refused("年代,90代,1\n"));
        Assert.Equal(["population-negative 30代"], await Refused("年代,30代,-1\n"));
        Assert.Equal(["population-twice 30代"], await Refused("年代,30代,1\n年代,30代,2\n"));
        Assert.Equal(["population-unreadable 30代", "population-kind 3"], await Refused("年代,30代,多い\n性別,女,2\n"));
        Assert.Equal("sign-in-required", (await app.Send(new GivePopulation { Slug = slug, Source = "台帳", Csv = csv })).Why!.Code);
        Assert.Equal("台帳", (await app.Send(new GetResults(slug))).Value.PopulationSource);
    }

    /// <summary>Item 12 of a real inquiry: 33 bodies asked, 32 answers, one silent.</summary>
    [Fact]
    public async Task Those_who_did_not_answer_count_in_the_base_and_the_sum()
    {
        app.Clock.Now = Closes.AddDays(-3);
        string[] answers = ["ほぼ満足", "普通", "やや不満足", "不満足"];
        int[] bodies = [7, 15, 7, 3];
        var slug = await app.Announce(c => c with { AgeBands = answers });
        foreach (var answer in answers.Zip(bodies).SelectMany(a => Enumerable.Repeat<string?>(a.First, a.Second)).Append(null))
            await app.Send(new SubmitOpinions(slug, new Sender(AgeBand: answer), [new OpinionDraft("声")]));
        var people = (await app.Send(new GetResults(slug))).Value.ByAgeBand;
        Assert.Equal(33, people.Base);
        Assert.Equal(33, people.Rows.Sum(r => r.Submitters ?? 0) + people.Folded!.Submitters);
        Assert.Equal(15 / 33.0, people.Rows[1].Share);
        // Three and one would be a sum of four: the two sevens go with them.
        Assert.Equal((18, "unknown"), (people.Folded.Submitters, people.Rows[^1].Key));
    }

    [RealPlanFact]
    public async Task The_opinions_of_a_real_session_are_all_there()
    {
        app.Clock.Now = Closes.AddDays(-3);
        var slug = await app.Announce();
        await app.Send(new ImportOpinions(slug, RealPlans.Bytes("ichinoseki-opinions.csv"), Channel.Meeting, new DateOnly(2026, 1, 9)), TestApp.Staff);
        var results = (await app.Send(new GetResults(slug))).Value;
        Assert.Equal(35, results.Opinions);
        Assert.Equal(35, results.ByDay.Single(d => d.Day == new DateOnly(2026, 1, 9)).Opinions);
        Assert.Equal(35, results.ByChannel.Single(c => c.Channel == Channel.Meeting).Opinions);
        Assert.Equal(35, results.BySection.Sum(s => s.Opinions));
        Assert.Equal([3, 3, 4, 5, 6, 6, 8], (await app.Send(new GetConsultation(slug))).Value.Counts.ByTopic.Values.Order());
    }

    [Fact]
    public async Task It_asks_the_database_once_however_much_came_in()
    {
        app.Clock.Now = Closes.AddDays(-3);
        var slug = await app.Announce();
        for (var i = 0; i < 30; i++) await app.Submit(slug);
        await app.HearAll();
        await app.Send(new GetPlan(slug));
        Assert.InRange(await Commands.CountOf(() => app.Send(new GetResults(slug))), 0, 1);
    }
}

public sealed class ResultsOnSqlite(OnSqlite engine) : ResultsTests(engine), IClassFixture<OnSqlite>;

public sealed class ResultsOnPostgres(OnPostgres engine) : ResultsTests(engine), IClassFixture<OnPostgres>;
