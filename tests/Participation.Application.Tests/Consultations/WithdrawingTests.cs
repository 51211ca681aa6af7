using Participation.Application.Consultations;
using Participation.Domain.Consultations;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

public abstract class WithdrawingTests(EngineFixture engine)
{
    static readonly DateTimeOffset Closes = new(2026, 1, 23, 15, 0, 0, TimeSpan.Zero);

    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_withdrawn_submission_is_neither_shown_nor_counted_and_its_words_stay_in_the_ledger()
    {
        app.Clock.Now = Closes.AddDays(-1);
        var slug = await app.Announce();
        await app.Submit(slug, "残る声");
        var receipt = await app.Submit(slug, "取り下げる声");
        Assert.False((await app.Send(new WithdrawSubmission(receipt.ReceiptNumber, receipt.ReceiptSecret))).Refused);

        Assert.Equal("残る声", Assert.Single((await app.Send(new ListOpinions(slug))).Value.Items).Text);
        var counts = (await app.Send(new GetConsultation(slug))).Value.Counts;
        Assert.Equal((1, 1, 1), (counts.Submitters, counts.Opinions, counts.ByChannel["web"]));
        var ledger = (await app.Send(new ListSubmissions(slug), TestApp.Staff)).Value.Items;
        Assert.Equal((SubmissionStatus.Withdrawn, "取り下げる声"), (ledger[1].Status, ledger[1].Opinions[0].Text));
    }

    [Fact]
    public async Task After_the_close_nothing_is_withdrawn()
    {
        app.Clock.Now = Closes.AddTicks(-1);
        var slug = await app.Announce();
        var receipt = await app.Submit(slug);
        app.Clock.Now = Closes;
        Assert.Equal("closed", (await app.Send(new WithdrawSubmission(receipt.ReceiptNumber, receipt.ReceiptSecret))).Why!.Code);
        Assert.Equal(1, (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions);
    }

    [Fact]
    public async Task Withdrawing_from_many_windows_at_once_happens_once()
    {
        app.Clock.Now = Closes.AddDays(-1);
        var slug = await app.Announce();
        var receipt = await app.Submit(slug);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => app.Send(new WithdrawSubmission(receipt.ReceiptNumber, receipt.ReceiptSecret))));

        Assert.Single(answers, a => !a.Refused);
        var counts = (await app.Send(new GetConsultation(slug))).Value.Counts;
        Assert.Equal((0, 0), (counts.Submitters, counts.Opinions));
    }
}

public sealed class WithdrawingOnSqlite(OnSqlite engine) : WithdrawingTests(engine), IClassFixture<OnSqlite>;

public sealed class WithdrawingOnPostgres(OnPostgres engine) : WithdrawingTests(engine), IClassFixture<OnPostgres>;
