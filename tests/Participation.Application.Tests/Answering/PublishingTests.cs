using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Application.Plans;
using Participation.Domain.Consultations;
using Participation.TestKit;
using static Participation.Application.Tests.Answering.Answers;

namespace Participation.Application.Tests.Answering;

public abstract class PublishingTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task One_blank_answer_refuses_the_publication_and_is_named()
    {
        var (slug, _) = await app.Answering("歩道を広げてください。", "図書館をもっと長く開けてください。");
        var rows = (await app.Board(slug)).Items;
        await app.Draft(slug, rows[0]);
        var refused = (await app.Send(new PublishResult(slug), Approver)).Why!;
        Assert.Equal(("answer-blank", $"{rows[1].Number}"), (refused.Code, refused.Values[0]));
        Assert.Equal(Stage.Answering, (await app.Send(new GetConsultation(slug))).Value.Stage);
        Assert.Equal("not-found", (await app.Send(new GetPublishedResult(slug))).Why!.Code);
    }

    [Fact]
    public async Task Approvals_that_are_missing_and_opinions_in_no_group_stand_in_the_way()
    {
        var (slug, _) = await app.Answering("歩道を広げてください。");
        await app.Draft(slug, (await app.Board(slug)).Items[0]);
        Assert.Equal("answer-unapproved", (await app.Send(new PublishResult(slug), Approver)).Why!.Code);
        Assert.Equal("not-allowed", (await app.Send(new PublishResult(slug), Writer)).Why!.Code);
        // Keyed in after the close, postmarked within: it is in no group yet.
        Assert.False((await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [new("郵便で届いた意見です。")], Channel.Meeting, new DateOnly(2026, 1, 20)), Writer)).Refused);
        Assert.Equal("opinions-ungrouped", (await app.Send(new PublishResult(slug), Approver)).Why!.Code);
    }

    [Fact]
    public async Task What_may_be_personal_data_is_looked_at_by_a_person_before_it_is_published()
    {
        var (slug, _) = await app.Answering("歩道を広げてください。");
        var row = (await app.Board(slug)).Items[0];
        await app.Draft(slug, row, "お問い合わせは 0193-22-0000 までお願いします。");
        await app.Send(new CheckAnswers(slug, await Seen(app, slug)), Colleague);
        await app.Send(new ApproveAnswers(slug, await Seen(app, slug)), Approver);
        Assert.Equal("0193-22-0000", Assert.Single((await app.Send(new CheckPublication(slug), Writer)).Value.Check.Found).Words);
        Assert.Equal("personal-data-unseen", (await app.Send(new PublishResult(slug), Approver)).Why!.Code);
        Assert.False((await app.Send(new PublishResult(slug, PersonalDataSeen: 1), Approver)).Refused);
    }

    [Fact]
    public async Task Of_two_who_publish_at_once_one_is_refused_and_there_is_one_edition()
    {
        var (slug, _) = await app.Answering("歩道を広げてください。");
        await app.ApproveAll(slug);
        var both = await Task.WhenAll(app.Send(new PublishResult(slug), Approver), app.Send(new PublishResult(slug), Approver with { ActorId = "approver-2" }));
        Assert.Single(both, b => b.Refused);
        var result = (await app.Send(new GetPublishedResult(slug))).Value;
        Assert.Single(result.Editions);
        Assert.Equal((1, 1), (result.Submitters, result.Opinions));
    }

    [Fact]
    public async Task No_opinions_at_all_is_a_published_result()
    {
        var (slug, _) = await app.Answering();
        Assert.True((await app.Send(new CheckPublication(slug), Writer)).Value.Check.MayPublish);
        Assert.Equal(0, (await app.Send(new PublishResult(slug), Approver)).Value.Rows);
        var result = (await app.Send(new GetPublishedResult(slug))).Value;
        Assert.Equal((0, 0, 0), (result.Submitters, result.Opinions, result.Rows));
        Assert.Equal(Stage.Published, (await app.Send(new GetConsultation(slug))).Value.Stage);
    }

    [Fact]
    public async Task Whoever_holds_the_receipt_finds_the_answer_to_their_own_words_and_the_figures_agree()
    {
        string[] texts = ["歩道を広げてください。", "歩道を広げてください。", "図書館をもっと長く開けてください。"];
        var (slug, receipts) = await app.Answering(texts);
        await app.ApproveAll(slug);
        Assert.Equal(2, (await app.Send(new PublishResult(slug), Approver)).Value.Rows);
        var result = (await app.Send(new GetPublishedResult(slug))).Value;
        Assert.Equal([2, 1], result.Page.Select(r => r.Opinions).OrderDescending());
        Assert.Equal(3, Assert.Single(result.Reflections).Opinions);
        Assert.Equal(3, (await app.Send(new GetConsultation(slug))).Value.Counts.ByReflection["参考"]);
        foreach (var (receipt, i) in receipts.Select((r, i) => (r, i)))
        {
            var own = (await app.Send(new LookUpReceipt(receipt.ReceiptNumber, receipt.ReceiptSecret))).Value;
            var answer = Assert.Single(Assert.Single(own.Opinions).Answers!);
            Assert.Equal((i < 2 ? 2 : 1, "参考"), (answer.Opinions, answer.Reflection));
        }
    }

    [Fact]
    public async Task An_answer_that_changes_the_plan_makes_its_next_version_and_a_row_of_revisions()
    {
        var (slug, _) = await app.Answering("歩道を広げるとき、車いすが通れる幅にしてください。");
        var plan = (await app.Send(new GetPlan(slug))).Value;
        var passage = plan.Passages().First(p => p.Text.StartsWith("歩道", StringComparison.Ordinal));
        await app.ApproveAll(slug, [new(passage.Anchor, "歩道を、車いすがすれ違える幅に広げます。")]);
        var published = (await app.Send(new PublishResult(slug), Approver)).Value;
        Assert.Equal((1, plan.Version + 1), (published.Revisions, published.Plan));
        var result = (await app.Send(new GetPublishedResult(slug))).Value;
        var revision = Assert.Single(result.Revisions);
        Assert.Equal(("歩道を広げます。", "歩道を、車いすがすれ違える幅に広げます。"), (revision.Before, revision.After));
        Assert.Equal([1], revision.Causes);
        Assert.True(result.Page[0].ChangesPlan);
        var decided = (await app.Send(new GetPlan(slug))).Value;
        Assert.Equal(revision.After, decided.Passages().Single(p => p.Anchor == revision.NewAnchor).Text);
        Assert.Equal(plan.Passages().Count(), decided.Passages().Count());
        Assert.Equal(plan.Passages().Skip(1).Select(p => p.Anchor), decided.Passages().Skip(1).Select(p => p.Anchor));
    }

    [Fact]
    public async Task A_passage_shows_the_answers_that_changed_it_and_an_opinion_the_passage_it_changed()
    {
        var (slug, receipts) = await app.Answering("歩道を、車いすが通れる幅にしてください。", "図書館をもっと長く開けてください。");
        var plan = (await app.Send(new GetPlan(slug))).Value;
        var (path, library) = (plan.Passages().First(), plan.Passages().Last());
        Assert.Empty((await app.Send(new GetPassageOrigin(slug, path.Anchor))).Value.Rows);
        foreach (var row in (await app.Board(slug)).Items)
            await app.Draft(slug, row, changes: row.Summary.StartsWith("歩道", StringComparison.Ordinal) ? [new(path.Anchor, "歩道を、車いすがすれ違える幅に広げます。")] : null);
        await app.ApproveAll(slug);
        await app.Send(new PublishResult(slug), Approver);

        var became = Assert.Single((await app.Send(new GetPublishedResult(slug))).Value.Revisions).NewAnchor!;
        foreach (var anchor in new[] { became, path.Anchor })
        {
            var origin = (await app.Send(new GetPassageOrigin(slug, anchor))).Value;
            Assert.Equal(("歩道を広げます。", "歩道を、車いすがすれ違える幅に広げます。"), (origin.Revision!.Before, origin.Revision.After));
            Assert.Equal(1, Assert.Single(origin.Rows).Opinions);
        }
        Assert.Null((await app.Send(new GetPassageOrigin(slug, library.Anchor))).Value.Revision);

        var opinions = (await app.Send(new ListOpinions(slug))).Value.Items;
        var found = (await app.Send(new FindAnswers(slug, [.. opinions.Select(o => o.Sequence)]))).Value;
        foreach (var opinion in opinions)
            Assert.Equal(opinion.Text.StartsWith("歩道", StringComparison.Ordinal) ? became : null, found.Of(opinion.Sequence)!.Became);
        var page = (await app.Send(new GetPublishedResult(slug))).Value.Page;
        Assert.Equal([became], Assert.Single(page, r => r.ChangesPlan).Became);
        var own = (await app.Send(new LookUpReceipt(receipts[0].ReceiptNumber, receipts[0].ReceiptSecret))).Value;
        Assert.Equal(became, own.Opinions.Single().Answers!.Single().Became);
    }

    [Fact]
    public async Task Before_publication_nobody_learns_where_an_opinion_goes()
    {
        var (slug, receipts) = await app.Answering("歩道を広げてください。");
        await app.ApproveAll(slug);
        Assert.Empty((await app.Send(new FindAnswers(slug, [receipts[0].Sequence]))).Value.Items);
    }

    [Fact]
    public async Task A_change_that_says_nothing_of_the_words_takes_no_passage_out()
    {
        var (slug, _) = await app.Answering("歩道を広げてください。");
        var anchor = (await app.Send(new GetPlan(slug))).Value.Passages().First().Anchor;
        var row = (await app.Board(slug)).Items[0];
        var refused = await app.Send(new SaveAnswer(slug, new(row.Number, row.Version), "概要", "考え方", "参考", Changes: [new(anchor, null!)]), Writer);
        Assert.Equal(("required", "changes"), (refused.Why!.Code, Assert.Single(refused.Why.Faults).Field));
    }

    [Fact]
    public async Task A_plan_that_reads_otherwise_by_now_refuses_what_was_written_about_its_words()
    {
        var (slug, _) = await app.Answering("歩道を広げてください。");
        var anchor = (await app.Send(new GetPlan(slug))).Value.Passages().First().Anchor;
        await app.ApproveAll(slug, [new(anchor, "歩道を二メートルに広げます。")]);
        await app.Send(new ImportPlan(slug, PlanFormat.Markdown, System.Text.Encoding.UTF8.GetBytes(Plan.Replace("歩道を広げます。", "車道を狭めて歩道にします。", StringComparison.Ordinal))), Writer);
        Assert.Equal("plan-changed", (await app.Send(new PublishResult(slug), Approver)).Why!.Code);
    }

    [Fact]
    public async Task A_correction_is_a_new_edition_and_the_old_one_stays_readable()
    {
        var (slug, _) = await app.Answering("歩道を広げてください。");
        await app.ApproveAll(slug);
        var first = (await app.Send(new PublishResult(slug), Approver)).Value;
        Assert.Equal("required", (await app.Send(new PublishResult(slug), Approver)).Why!.Code);
        Assert.Equal("nothing-to-correct", (await app.Send(new PublishResult(slug, Reason: "誤字"), Approver)).Why!.Code);
        var row = (await app.Board(slug)).Items[0];
        await app.Draft(slug, row, "訂正した考え方です。");
        Assert.Equal("result-published", (await app.Send(new UndoAnswer(slug, row.Number, (await app.Send(new GetAnswer(slug, row.Number), Writer)).Value.Steps[0].Id), Writer)).Why!.Code);
        await app.Send(new CheckAnswers(slug, await Seen(app, slug)), Colleague);
        await app.Send(new ApproveAnswers(slug, await Seen(app, slug)), Approver);
        app.Clock.Now = app.Clock.Now.AddDays(3);
        var second = (await app.Send(new PublishResult(slug, Reason: "言葉を改めました。"), Approver)).Value;
        Assert.Equal((2, true), (second.Edition, second.Hash != first.Hash));
        var newest = (await app.Send(new GetPublishedResult(slug))).Value;
        var older = (await app.Send(new GetPublishedResult(slug, Edition: 1))).Value;
        Assert.Equal(("訂正した考え方です。", "ご意見を踏まえて進めます。"), (newest.Page[0].Text, older.Page[0].Text));
        Assert.Equal((first.Hash, TimeSpan.FromDays(3)), (older.Hash, newest.At - older.At));
        Assert.Equal(1, (await app.Send(new GetConsultation(slug))).Value.Counts.ByReflection["参考"]);
    }
}

public sealed class PublishingOnSqlite(OnSqlite engine) : PublishingTests(engine), IClassFixture<OnSqlite>;

public sealed class PublishingOnPostgres(OnPostgres engine) : PublishingTests(engine), IClassFixture<OnPostgres>;
