using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Application.Grouping;
using Participation.Domain.Answering;
using Participation.Domain.Consultations;
using Participation.TestKit;
using static Participation.Application.Tests.Answering.Answers;

namespace Participation.Application.Tests.Answering;

public abstract class AnsweringTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task An_answer_is_drafted_checked_and_approved_by_three_and_each_step_has_a_name_and_a_time()
    {
        var (slug, _) = await app.Answering("歩道を広げてください。夜は暗くて危ないと感じます。");
        var row = Assert.Single((await app.Board(slug)).Items);
        await app.Draft(slug, row);
        Assert.Equal("own-words", (await app.Send(new CheckAnswers(slug, await Seen(app, slug)), Writer)).Why!.Code);
        Assert.Equal("answer-state", (await app.Send(new ApproveAnswers(slug, await Seen(app, slug)), Approver)).Why!.Code);
        Assert.False((await app.Send(new CheckAnswers(slug, await Seen(app, slug)), Colleague)).Refused);
        Assert.Equal("not-allowed", (await app.Send(new ApproveAnswers(slug, await Seen(app, slug)), Colleague)).Why!.Code);
        Assert.False((await app.Send(new ApproveAnswers(slug, await Seen(app, slug)), Approver)).Refused);
        var answer = (await app.Send(new GetAnswer(slug, row.Number), Writer)).Value;
        Assert.Equal(ResponseState.Approved, answer.State);
        Assert.Equal([ResponseAct.Approved, ResponseAct.Checked, ResponseAct.Drafted], answer.Steps.Select(s => s.Act));
        Assert.All(answer.Steps, s => Assert.Equal(app.Clock.Now, s.At));
    }

    [Fact]
    public async Task Whoever_wrote_it_does_not_approve_it_though_they_may_approve_others()
    {
        var (slug, _) = await app.Answering("図書館を夜九時まで開けてほしいと思います。勉強の場所が要ります。");
        var row = (await app.Board(slug)).Items[0];
        await app.Send(new SaveAnswer(slug, new(row.Number, 0), "概要", "考え方", "参考"), Approver);
        await app.Send(new CheckAnswers(slug, await Seen(app, slug)), Writer);
        Assert.Equal("own-words", (await app.Send(new ApproveAnswers(slug, await Seen(app, slug)), Approver)).Why!.Code);
    }

    [Fact]
    public async Task What_is_sent_back_says_why_and_every_step_is_taken_back_from_the_last()
    {
        var (slug, _) = await app.Answering("並木の下草を年に二回は刈ってください。虫が出て困っています。");
        var row = (await app.Board(slug)).Items[0];
        await app.Draft(slug, row);
        Assert.Equal("required", (await app.Send(new SendBackAnswers(slug, await Seen(app, slug), " "), Colleague)).Why!.Code);
        Assert.False((await app.Send(new SendBackAnswers(slug, await Seen(app, slug), "回数の根拠を書いてください。"), Colleague)).Refused);
        var back = (await app.Send(new GetAnswer(slug, row.Number), Writer)).Value;
        Assert.Equal((ResponseState.SentBack, "回数の根拠を書いてください。"), (back.State, back.Remark));
        Assert.Equal("undo-later-first", (await app.Send(new UndoAnswer(slug, row.Number, back.Steps[1].Id), Writer)).Why!.Code);
        Assert.False((await app.Send(new UndoAnswer(slug, row.Number, back.Steps[0].Id), Writer)).Refused);
        var again = (await app.Send(new GetAnswer(slug, row.Number), Writer)).Value;
        Assert.Equal((ResponseState.Drafted, null), (again.State, again.Remark));
        Assert.False((await app.Send(new UndoAnswer(slug, row.Number, again.Steps.First(s => s.CanUndo).Id), Writer)).Refused);
        Assert.Equal(1, (await app.Board(slug)).All.Blank);
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_later_is_told_and_nothing_of_the_earlier_is_lost()
    {
        var (slug, _) = await app.Answering("歩道の段差をなくしてください。車いすで通れません。");
        var row = (await app.Board(slug)).Items[0];
        var both = await Task.WhenAll(
            app.Send(new SaveAnswer(slug, new(row.Number, 0), "甲の概要", "甲の考え方", "参考"), Writer),
            app.Send(new SaveAnswer(slug, new(row.Number, 0), "乙の概要", "乙の考え方", "反映"), Colleague));
        Assert.Equal("answer-changed", Assert.Single(both, b => b.Refused).Why!.Code);
        var stands = (await app.Send(new GetAnswer(slug, row.Number), Writer)).Value;
        Assert.Equal(both[0].Refused ? "乙の概要" : "甲の概要", stands.Words.Summary);
        Assert.False((await app.Send(new SaveAnswer(slug, new(row.Number, stands.Version), "まとめた概要", "まとめた考え方", "参考"), Colleague)).Refused);
        Assert.Equal(2, (await app.Send(new GetAnswer(slug, row.Number), Writer)).Value.Steps.Count);
    }

    [Fact]
    public async Task The_board_shows_how_far_each_office_is_and_what_is_late()
    {
        var (slug, _) = await app.Answering("歩道に街灯をつけてください。帰り道が暗いです。", "図書館に静かな部屋を増やしてください。", "並木は残してください。日陰が要ります。");
        var rows = (await app.Board(slug)).Items;
        Assert.Equal(3, rows.Count);
        await app.Draft(slug, rows[0]);
        Assert.False((await app.Send(new SetAnswersDue(slug, new DateOnly(2026, 1, 24)), Writer)).Refused);
        var board = await app.Board(slug);
        Assert.Equal((2, 1, 3, false), (board.All.Blank, board.All.Drafted, board.All.Open, board.Late));
        app.Clock.Now = new DateTimeOffset(2026, 1, 25, 0, 0, 0, TimeSpan.FromHours(9));
        Assert.True((await app.Board(slug)).Late);
        Assert.Equal([rows[1].Number, rows[2].Number], (await app.Send(new ListAnswers(slug, State: AnswerFilter.Blank), Writer)).Value.Items.Select(r => r.Number));
    }

    [Fact]
    public async Task Thousands_that_are_answered_one_by_one_are_all_still_found_in_no_group()
    {
        const int Sent = 2_050;
        app.Clock.Now = new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.FromHours(9));
        var slug = await app.Announce();
        var random = new Random(8_277);
        var texts = Enumerable.Range(0, Sent).Select(_ => new string([.. Enumerable.Range(0, 24).Select(_ => (char)random.Next('一', '一' + 3_000))]));
        foreach (var letter in texts.Chunk(SubmissionRules.OpinionsAtMost))
            Assert.False((await app.Send(new SubmitOpinions(slug, Sender.Anonymous, [.. letter.Select(t => new OpinionDraft(t))]))).Refused);
        app.Clock.Now = new DateTimeOffset(2026, 1, 24, 9, 0, 0, TimeSpan.FromHours(9));
        Assert.False((await app.Send(new BeginAnswering(slug), Writer)).Refused);
        Assert.False((await app.Send(new LayOutAnswers(slug), Writer)).Refused);
        var (found, after) = (0, (long?)0);
        while (after is { } from)
        {
            var page = (await app.Send(new ListUngrouped(slug, After: from, Limit: 500), Writer)).Value;
            (found, after) = (found + page.Items.Count, page.Next);
        }
        Assert.Equal(Sent, found);
    }

    [Fact]
    public async Task Three_opinions_that_are_merged_are_one_row_of_three()
    {
        var (slug, _) = await app.Answering("歩道を広げる案に賛成です。", "歩道を広げるのはよいことだと思います。", "歩道の拡幅を進めてください。");
        var rows = (await app.Board(slug)).Items;
        var groups = rows.Select(r => new GroupSeen(r.Number, 0)).ToList();
        var merged = await app.Send(new MergeGroups(slug, groups), Writer);
        Assert.False(merged.Refused);
        var one = Assert.Single((await app.Board(slug)).Items);
        Assert.Equal(3, one.Total);
        Assert.False((await app.Send(new UndoStep(slug, merged.Value.Step), Writer)).Refused);
        Assert.Equal([1, 1, 1], (await app.Board(slug)).Items.Select(r => r.Total));
    }
}

public sealed class AnsweringOnSqlite(OnSqlite engine) : AnsweringTests(engine), IClassFixture<OnSqlite>;

public sealed class AnsweringOnPostgres(OnPostgres engine) : AnsweringTests(engine), IClassFixture<OnPostgres>;
