using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Consultations;
using Participation.Application.Grouping;
using Participation.Application.Ledger;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Ledger;

public abstract class VoidingTests(EngineFixture engine)
{
    const string Words = "歩道を広げる案に賛成しますが、雪の朝に誰が除雪をするのかが読み取れませんでした。";

    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_letter_keyed_in_twice_counts_once_even_after_the_close_and_comes_back_when_that_was_wrong()
    {
        var slug = await Announced();
        var twice = (await Paper(slug), await Paper(slug)).Item2;
        await CatchUp();
        Assert.Equal(2, Assert.Single(await Groups(slug)).Total);
        var clock = app.Clock.Now;
        app.Clock.Now = new(2026, 1, 24, 1, 0, 0, TimeSpan.Zero);
        Assert.Null((await app.Send(new VoidSubmission(slug, twice, "同じ手紙を二度入力した", 0), TestApp.Staff)).Why);
        await CatchUp();
        var view = await View(slug, twice);
        Assert.Equal((true, Words, "同じ手紙を二度入力した"), (view.Void, view.Opinions[0].Text, view.Opinions[0].ScopeReason));
        Assert.Equal((DeskAct.Voided, "同じ手紙を二度入力した"), (view.History[^1].Act, view.History[^1].Words));
        Assert.Equal((1, 1, 0), await Counted(slug));
        Assert.Empty(await Groups(slug));
        Assert.Equal("already-void", (await app.Send(new VoidSubmission(slug, twice, "もう一度", view.Version), TestApp.Staff)).Why!.Code);
        Assert.Equal("already-void", (await app.Send(new ScopeOpinion(slug, twice, view.Opinions[0].Id, false, null, view.Opinions[0].Version), TestApp.Staff)).Why!.Code);

        Assert.Null((await app.Send(new RestoreSubmission(slug, twice, view.Version), TestApp.Staff)).Why);
        await CatchUp();
        Assert.Equal((2, 2, 0), await Counted(slug));
        Assert.Equal(2, Assert.Single(await Groups(slug)).Total);
        Assert.Equal("not-void", (await app.Send(new RestoreSubmission(slug, twice, view.Version + 1), TestApp.Staff)).Why!.Code);
        app.Clock.Now = clock;
    }

    [Fact]
    public async Task What_a_sender_sent_is_theirs_to_withdraw()
    {
        var slug = await Announced();
        var own = await app.Submit(slug);
        Assert.Equal("not-keyed-in", (await app.Send(new VoidSubmission(slug, own.ReceiptNumber, "誤り", 0), TestApp.Staff)).Why!.Code);
        await app.Send(new WithdrawSubmission(own.ReceiptNumber, own.ReceiptSecret));
        Assert.Equal("already-withdrawn", (await app.Send(new RestoreSubmission(slug, own.ReceiptNumber, 0), TestApp.Staff)).Why!.Code);
    }

    [Fact]
    public async Task It_asks_for_a_reason_and_for_what_was_built_on_it_to_be_undone_first_and_tells_of_a_colleagues_act()
    {
        var slug = await Announced();
        var receipt = await Paper(slug);
        var blank = Assert.Single((await app.Send(new VoidSubmission(slug, receipt, " ", 0), TestApp.Staff)).Why!.Faults);
        Assert.Equal(("reason", "required"), (blank.Field, blank.Code));
        var opinion = (await View(slug, receipt)).Opinions[0];
        await app.Send(new ScopeOpinion(slug, receipt, opinion.Id, true, "計画の外", opinion.Version), TestApp.Staff);
        Assert.Equal("undo-parts-first", (await app.Send(new VoidSubmission(slug, receipt, "誤り", 0), TestApp.Staff)).Why!.Code);
        await app.Send(new AssignSubmission(slug, receipt, null, (await app.Member()).ActorId, 0), TestApp.Staff);
        Assert.Equal(Refusal.ChangedMeanwhile, (await app.Send(new VoidSubmission(slug, receipt, "誤り", 0), TestApp.Staff)).Why);
        var elsewhere = new Caller { ActorId = "s", UserId = "s", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Staff, "elsewhere") } };
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new VoidSubmission(slug, receipt, "誤り", 1), elsewhere)).Why);
    }

    [Fact]
    public async Task What_came_late_comes_back_late()
    {
        var slug = await Announced();
        var clock = app.Clock.Now;
        app.Clock.Now = new(2026, 1, 26, 1, 0, 0, TimeSpan.Zero);
        var late = (await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new(Words)], Channel.Fax, new(2026, 1, 26)), TestApp.Staff)).Value.ReceiptNumber;
        Assert.Null((await app.Send(new VoidSubmission(slug, late, "別の案件あて", 0), TestApp.Staff)).Why);
        Assert.Equal(0, (await app.Send(new GetConsultation(slug))).Value.Counts.Late);
        Assert.Null((await app.Send(new RestoreSubmission(slug, late, 1), TestApp.Staff)).Why);
        Assert.Equal((SubmissionStatus.Late, 1), ((await View(slug, late)).Opinions[0].Status, (await app.Send(new GetConsultation(slug))).Value.Counts.Late));
        app.Clock.Now = clock;
    }

    Task<string> Announced() => app.Announce(a => a with { Channels = [new(Channel.Web), new(Channel.Fax)] });

    async Task<string> Paper(string slug) =>
        (await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new(Words)], Channel.Fax, new(2026, 1, 5)), TestApp.Staff)).Value.ReceiptNumber;

    Task CatchUp() => app.Services.GetRequiredService<ArrivalGrouper>().CatchUp(0, default);

    async Task<IReadOnlyList<GroupRow>> Groups(string slug) => (await app.Send(new ListGroups(slug), TestApp.Staff)).Value.Items;

    async Task<(int, int, int)> Counted(string slug) => (await app.Send(new GetConsultation(slug))).Value.Counts is var counts ? (counts.Submitters, counts.Opinions, counts.OutOfScope) : default;

    async Task<SubmissionView> View(string slug, string receipt) => (await app.Send(new GetSubmission(slug, receipt), TestApp.Staff)).Value;
}

public sealed class VoidingOnSqlite(OnSqlite engine) : VoidingTests(engine), IClassFixture<OnSqlite>;

public sealed class VoidingOnPostgres(OnPostgres engine) : VoidingTests(engine), IClassFixture<OnPostgres>;
