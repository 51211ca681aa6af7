using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Ledger;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.Ledger;

public abstract class SplittingTests(EngineFixture engine)
{
    const string Letter = "港を明るくしてください。バスを増やしてください。担当は平田の佐藤です。";

    readonly TestApp app = engine.App;

    [Fact]
    public async Task Parts_are_shown_and_counted_in_the_place_of_the_original_which_stays_as_it_came()
    {
        var (slug, receipt) = await Received();
        Assert.Null(await Split(slug, receipt, "港を明るくしてください。"));
        Assert.Null(await Split(slug, receipt, "バスを増やしてください。"));
        Assert.Equal(["港を明るくしてください。", "バスを増やしてください。"], await Public(slug));
        var counts = (await app.Send(new GetConsultation(slug))).Value.Counts;
        Assert.Equal((1, 2), (counts.Submitters, counts.Opinions));
        var view = await View(slug, receipt);
        Assert.Equal([Letter, "港を明るくしてください。", "バスを増やしてください。"], view.Opinions.Select(o => o.Text));
        Assert.Equal([SubmissionStatus.Split, SubmissionStatus.Accepted, SubmissionStatus.Accepted], view.Opinions.Select(o => o.Status));
        // A part's sequence is its event's: what watches the stream finds it there.
        var events = await app.With(db => db.LiveEvents.Where(e => e.Stream == $"consultation:{slug}" && e.Kind == "opinion.received").Select(e => e.Sequence).ToListAsync());
        Assert.All(view.Opinions, o => Assert.Contains(o.Sequence, events));

        Assert.Null((await app.Send(new UndoSplit(slug, receipt, view.Opinions[1].Id, view.Opinions[1].Version), TestApp.Staff)).Why);
        var last = (await View(slug, receipt)).Opinions[2];
        Assert.Null((await app.Send(new UndoSplit(slug, receipt, last.Id, last.Version), TestApp.Staff)).Why);
        Assert.Equal([Letter], await Public(slug));
        Assert.Equal(1, (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions);
    }

    [Fact]
    public async Task Two_who_split_one_original_at_once_do_not_both_have_their_way_unseen()
    {
        var (slug, receipt) = await Received();
        var seen = (await View(slug, receipt)).Opinions[0];
        var both = await Task.WhenAll(
            app.Send(new SplitOpinion(slug, receipt, seen.Id, null, "港を明るくしてください。", null, seen.Version), TestApp.Staff),
            app.Send(new SplitOpinion(slug, receipt, seen.Id, null, "バスを増やしてください。", null, seen.Version), TestApp.Staff));
        Assert.Equal(Refusal.ChangedMeanwhile, Assert.Single(both, b => b.Refused).Why);
        Assert.Equal(2, (await View(slug, receipt)).Opinions.Count);
    }

    [Fact]
    public async Task A_masked_name_is_nowhere_that_is_shown_and_the_original_keeps_it()
    {
        var (slug, receipt) = await Received();
        var opinion = (await View(slug, receipt)).Opinions[0];
        Assert.Equal("mask-whole", (await app.Send(new MaskOpinion(slug, receipt, opinion.Id, [new(0, Letter.Length)], null, opinion.Version), TestApp.Staff)).Why!.Code);
        Assert.Null((await app.Send(new MaskOpinion(slug, receipt, opinion.Id, [], "佐藤", opinion.Version), TestApp.Staff)).Why);
        Assert.Equal([Letter.Replace("佐藤", "■■■", StringComparison.Ordinal)], await Public(slug));
        var view = await View(slug, receipt);
        Assert.Equal(Letter, view.Opinions[0].Text);
        Assert.Equal((DeskAct.Masked, TestApp.Staff.ActorId), (view.History[^1].Act, view.History[^1].By));
        Assert.DoesNotContain("佐藤", Assert.Single((await app.Send(new FindSubmissions(slug, LedgerFilter.None), TestApp.Staff)).Value.Lines).Words, StringComparison.Ordinal);
        Assert.True(await app.With(db => db.AuditEntries.AnyAsync(e => e.Name == "submission.masked" && e.Subject == $"submission:{receipt}")));
        Assert.Equal(Refusal.ChangedMeanwhile, (await app.Send(new MaskOpinion(slug, receipt, opinion.Id, [], null, opinion.Version), TestApp.Staff)).Why);
    }

    [Fact]
    public async Task What_is_out_of_scope_has_a_list_of_its_own_and_is_not_counted()
    {
        var (slug, receipt) = await Received();
        var opinion = (await View(slug, receipt)).Opinions[0];
        Assert.Equal("required", (await app.Send(new ScopeOpinion(slug, receipt, opinion.Id, true, " ", opinion.Version), TestApp.Staff)).Why!.Code);
        Assert.Null((await app.Send(new ScopeOpinion(slug, receipt, opinion.Id, true, "計画の外のこと", opinion.Version), TestApp.Staff)).Why);
        Assert.Empty(await Public(slug));
        var found = (await app.Send(new FindSubmissions(slug, new(OutOfScope: true)), TestApp.Staff)).Value;
        Assert.Equal((receipt, 1, 1), (Assert.Single(found.Lines).ReceiptNumber, found.Lines[0].OutOfScope, found.Figures.OutOfScope));
        var counts = (await app.Send(new GetConsultation(slug), TestApp.Staff)).Value.Counts;
        Assert.Equal((1, 0, 1), (counts.Submitters, counts.Opinions, counts.OutOfScope));

        Assert.Null((await app.Send(new ScopeOpinion(slug, receipt, opinion.Id, false, null, opinion.Version + 1), TestApp.Staff)).Why);
        Assert.Equal([Letter], await Public(slug));
        Assert.Empty((await app.Send(new FindSubmissions(slug, new(OutOfScope: true)), TestApp.Staff)).Value.Lines);
    }

    [Fact]
    public async Task A_sender_reads_their_own_letter_as_it_was_sent()
    {
        var slug = await app.Announce();
        var receipt = await app.Submit(slug, Letter);
        await Split(slug, receipt.ReceiptNumber, "港を明るくしてください。");
        Assert.Equal(Letter, Assert.Single((await app.Send(new LookUpReceipt(receipt.ReceiptNumber, receipt.ReceiptSecret))).Value.Opinions).Text);
    }

    async Task<(string Slug, string Receipt)> Received()
    {
        var slug = await app.Announce();
        return (slug, (await app.Submit(slug, Letter)).ReceiptNumber);
    }

    async Task<string?> Split(string slug, string receipt, string words)
    {
        var opinion = (await View(slug, receipt)).Opinions[0];
        return (await app.Send(new SplitOpinion(slug, receipt, opinion.Id, null, words, null, opinion.Version), TestApp.Staff)).Why?.Code;
    }

    async Task<SubmissionView> View(string slug, string receipt) => (await app.Send(new GetSubmission(slug, receipt), TestApp.Staff)).Value;

    async Task<IEnumerable<string>> Public(string slug) => (await app.Send(new ListOpinions(slug))).Value.Items.Select(o => o.Text);
}

public sealed class SplittingOnSqlite(OnSqlite engine) : SplittingTests(engine), IClassFixture<OnSqlite>;

public sealed class SplittingOnPostgres(OnPostgres engine) : SplittingTests(engine), IClassFixture<OnPostgres>;
