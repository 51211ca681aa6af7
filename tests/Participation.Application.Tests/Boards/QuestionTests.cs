using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Boards;
using Participation.Application.Consultations;
using Participation.Data.Writing;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

/// <summary>Questions to a meeting: sent and supported at the same time, answered, summarised.</summary>
public abstract class QuestionTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task Questions_are_sent_and_supported_at_the_same_time_and_stand_by_how_many_would_ask_them()
    {
        var hall = await Hall.Open(app, questions: true);
        var (one, two, three) = (await hall.Join(), await hall.Join(), await hall.Join());
        var (bridge, school) = (await one.Writes("橋はいつですか"), await two.Writes("学校はどうなりますか"));
        Assert.False((await one.Supports(school)).Refused);
        Assert.False((await three.Supports(school)).Refused);
        Assert.False((await two.Supports(bridge)).Refused);
        await three.Writes("祭りはありますか");
        Assert.Equal([("学校はどうなりますか", 2), ("橋はいつですか", 1), ("祭りはありますか", 0)], await hall.Asked());
        Assert.Equal([school], (await three.Sees()).MyDots);
        // Of two that as many would ask the earlier stands first.
        await one.Supports(school, support: false);
        Assert.Equal([("橋はいつですか", 1), ("学校はどうなりますか", 1), ("祭りはありますか", 0)], await hall.Asked());

        await hall.Tend(bridge, NoteTending.Answer);
        Assert.Equal("question-answered", (await three.Supports(bridge)).Why!.Code);
        Assert.Equal(["学校はどうなりますか", "祭りはありますか", "橋はいつですか"], (await hall.Asked()).Select(q => q.Text));
        await hall.Tend(bridge, NoteTending.Reopen);
        Assert.False((await three.Supports(bridge)).Refused);
        Assert.Equal("橋はいつですか", (await hall.Asked()).First().Text);
    }

    [Fact]
    public async Task The_stream_tells_everybody_how_many_would_ask_it_and_nobody_who()
    {
        var hall = await Hall.Open(app, questions: true);
        var (one, two) = (await hall.Join(), await hall.Join());
        var question = await one.Writes("橋はいつですか");
        var head = (await hall.Seen()).Head;
        await two.Supports(question);
        var told = await hall.Told(head);
        Assert.Contains("\"supports\":1", told, StringComparison.Ordinal);
        var sheet = await app.With(db => db.DotSheets.SingleAsync(s => s.BoardId == hall.Board));
        var seats = await app.With(db => db.Seats.Select(s => s.KeyHash).ToListAsync());
        Assert.DoesNotContain(seats, hash => hash.AsSpan().SequenceEqual(sheet.Voter));
        Assert.DoesNotContain(Convert.ToBase64String(sheet.Voter), told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_dark_questions_reach_nobody_and_none_is_supported()
    {
        var hall = await Hall.Open(app, hidden: true, questions: true);
        var (one, two) = (await hall.Join(), await hall.Join());
        var question = await one.Writes("ひみつの質問");
        Assert.Equal("not-at-this-stage", (await two.Supports(question)).Why!.Code);
        Assert.Empty((await two.Sees()).Notes);
        var told = await hall.Told();
        Assert.DoesNotContain(question.ToString(), told, StringComparison.Ordinal);
        await hall.GoTo(BoardStage.Collect);
        Assert.False((await two.Supports(question)).Refused);
        // What is new in a second round in the dark is not there for others, not for a facilitator with a seat either.
        await hall.GoTo(BoardStage.CollectHidden);
        app.Clock.Now += TimeSpan.FromSeconds(1);
        var hidden = await one.Writes("つぎの質問");
        Assert.Equal(Refusal.NotFound, (await app.Send(new SupportQuestion(hall.Code, two.Key, hidden), Hall.Facilitator)).Why);
        Assert.Equal([("ひみつの質問", 1)], await hall.Asked());
    }

    [Fact]
    public async Task What_cannot_be_supported_is_refused_to_whoever_asked_and_told_to_nobody_else()
    {
        var hall = await Hall.Open(app, questions: true);
        var (one, two) = (await hall.Join(), await hall.Join());
        var (own, gone, hidden, answered) = (await two.Writes("自分の"), await one.Writes("取り下げた"), await one.Writes("隠した"), await one.Writes("答えた"));
        await app.Send(new RemoveNote(hall.Code, one.Key, gone));
        await hall.Tend(hidden, NoteTending.Hide);
        await hall.Tend(answered, NoteTending.Answer);
        var head = (await hall.Seen()).Head;
        Assert.Equal("own-question", (await two.Supports(own)).Why!.Code);
        Assert.Equal("question-gone", (await two.Supports(gone)).Why!.Code);
        Assert.Equal("question-gone", (await two.Supports(hidden)).Why!.Code);
        Assert.Equal("question-answered", (await two.Supports(answered)).Why!.Code);
        Assert.Equal(Refusal.NotFound, (await two.Supports(Guid.NewGuid())).Why);
        Assert.Equal("no-seat", (await new Phone(app, hall, EditKey.New()).Supports(own)).Why!.Code);
        // Whoever runs the session has a support where they have a seat.
        Assert.Equal("no-seat", (await app.Send(new SupportQuestion(hall.Code, null, own), Hall.Facilitator)).Why!.Code);
        Assert.Equal("question-order", (await two.Moves(own, 0)).Why!.Code);
        Assert.Equal("question-no-dots", await InVote(hall, one, own));
        Assert.Equal(head + 2, (await hall.Seen()).Head);
        await app.Send(new HoldSession(hall.Code, Locked: true), Hall.Facilitator);
        Assert.Equal("board-locked", (await one.Supports(own)).Why!.Code);
    }

    /// <summary>There and back: two that the hall is told of.</summary>
    static async Task<string> InVote(Hall hall, Phone phone, Guid question)
    {
        await hall.GoTo(BoardStage.Vote);
        var why = (await phone.Dots(question)).Why!.Code;
        await hall.GoTo(BoardStage.Collect);
        return why;
    }

    [Fact]
    public async Task A_muted_writer_supports_nothing_and_a_flood_is_stopped()
    {
        var hall = await Hall.Open(app, questions: true);
        var (rude, flood, other) = (await hall.Join(), await hall.Join(), await hall.Join());
        var (bad, good) = (await rude.Writes("ひどい言葉"), await other.Writes("橋はいつですか"));
        await hall.Tend(bad, NoteTending.Mute);
        Assert.Equal("seat-muted", (await rude.Supports(good)).Why!.Code);
        Outcome<Done> last = Done.It;
        for (var i = 0; i < 200 && last.Why?.Code is not "too-fast"; i++) last = await flood.Supports(good, i % 2 is 0);
        Assert.Equal("too-fast", last.Why!.Code);
        Assert.False((await other.Supports(bad)).Refused);
    }

    [Fact]
    public async Task However_many_support_one_at_once_all_are_counted_and_each_once()
    {
        var hall = await Hall.Open(app, questions: true);
        var question = await (await hall.Join()).Writes("橋はいつですか");
        var phones = new List<Phone>();
        while (phones.Count < 8) phones.Add(await hall.Join());
        List<Task<Outcome<Done>>> all;
        // Each has two tabs and taps in both.
        await using (await HeldWriter.Of(app.Database)) all = [.. phones.Concat(phones).Select(p => p.Supports(question))];
        var done = await Task.WhenAll(all);
        Assert.Equal(phones.Count, done.Count(d => !d.Refused));
        Assert.Equal(phones.Count, Assert.Single(await hall.Asked()).Supports);
    }

    [Fact]
    public async Task Words_that_somebody_supports_are_changed_by_nobody_and_taken_away_by_their_writer()
    {
        var hall = await Hall.Open(app, questions: true);
        var (one, two) = (await hall.Join(), await hall.Join());
        var question = await one.Writes("橋はいつですか");
        Assert.False((await one.Edits(question, "橋はいつできますか")).Refused);
        await two.Supports(question);
        Assert.Equal("question-supported", (await one.Edits(question, "べつの質問")).Why!.Code);
        Assert.Equal("question-supported", (await one.Splits(question, "橋は", "いつできますか")).Why!.Code);
        // Whoever runs the session may hide it, put it aside and answer it.
        Assert.Equal("question-supported", (await app.Send(new EditNote(hall.Code, null, question, "べつの質問", NoteColour.Yellow), Hall.Facilitator)).Why!.Code);
        await hall.GoTo(BoardStage.Cluster);
        var stack = new StackNotes(hall.Code, two.Key, Guid.NewGuid(), [question], "橋のこと");
        Assert.False((await app.Send(stack)).Refused);
        Assert.Equal([("橋はいつできますか", 1)], await hall.Asked());
        // Nobody would ask it any more: it is its writer's again.
        await two.Supports(question, support: false);
        Assert.False((await one.Edits(question, "橋はどこですか")).Refused);
        await two.Supports(question);
        Assert.False((await app.Send(new RemoveNote(hall.Code, one.Key, question))).Refused);
        Assert.Empty(await hall.Asked());
    }

    [Fact]
    public async Task Of_a_support_and_new_words_in_one_instant_the_later_is_told()
    {
        var hall = await Hall.Open(app, questions: true);
        var (one, two) = (await hall.Join(), await hall.Join());
        var (bridge, school, festival) = (await one.Writes("橋は"), await one.Writes("学校は"), await one.Writes("祭りの日の バスは"));
        Assert.Equal([null, "changed-meanwhile"], await InOneInstant(() => two.Supports(bridge), () => one.Edits(bridge, "べつの質問")));
        Assert.Equal([null, "changed-meanwhile"], await InOneInstant(() => two.Supports(festival), () => one.Splits(festival, "祭りの日の", "バスは")));
        Assert.Equal([null, "changed-meanwhile"], await InOneInstant(() => one.Edits(school, "べつの質問"), () => two.Supports(school)));
        Assert.Equal([("橋は", 1), ("祭りの日の バスは", 1), ("べつの質問", 0)], await hall.Asked());
    }

    [Fact]
    public async Task A_support_in_the_instant_of_the_answer_does_not_count_and_supports_of_one_instant_all_do()
    {
        var hall = await Hall.Open(app, questions: true);
        var (one, two, three) = (await hall.Join(), await hall.Join(), await hall.Join());
        var (bridge, school) = (await one.Writes("橋は"), await one.Writes("学校は"));
        Assert.Equal([null, "changed-meanwhile"], await InOneInstant(() => hall.Tend(bridge, NoteTending.Answer), () => two.Supports(bridge)));
        Assert.Equal("question-answered", (await two.Supports(bridge)).Why!.Code);
        Assert.Equal([null, null], await InOneInstant(() => two.Supports(school), () => three.Supports(school)));
        Assert.Equal([("学校は", 2), ("橋は", 0)], await hall.Asked());
    }

    /// <summary>Both find the board as it was before either; they are committed in this order.</summary>
    async Task<IEnumerable<string?>> InOneInstant(params Func<Task<Outcome<Done>>>[] acts)
    {
        var lane = app.Services.GetRequiredService<WriteLane>();
        List<Task<Outcome<Done>>> all = [];
        Task<int> before;
        await using (await HeldWriter.Of(app.Database))
        {
            // What the writer has in hand while it is held; the others stand in line behind it.
            before = app.With(db =>
            {
                db.Add(new IdempotencyKey(KeyClaim.Of("a", Guid.NewGuid().ToString(), [1]), app.Clock.Now, answer: null));
                return db.SaveChangesAsync();
            });
            await Wait.Until(() => lane.Waiting is 0);
            foreach (var act in acts)
            {
                all.Add(act());
                await Wait.Until(() => lane.Waiting == all.Count);
            }
        }
        await before;
        return (await Task.WhenAll(all)).Select(done => done.Why?.Code);
    }

    [Fact]
    public async Task A_support_sent_again_under_its_key_does_not_undo_what_came_between()
    {
        var hall = await Hall.Open(app, questions: true);
        var (one, two) = (await hall.Join(), await hall.Join());
        var question = await one.Writes("橋はいつですか");
        var tap = new SupportQuestion(hall.Code, two.Key, question) { Key = "tap" };
        Assert.False((await app.Send(tap)).Refused);
        await two.Supports(question, support: false);
        Assert.False((await app.Send(tap)).Refused);
        Assert.Equal(0, Assert.Single(await hall.Asked()).Supports);
    }

    [Fact]
    public async Task The_summary_lists_questions_with_how_many_would_ask_them_and_whether_they_were_answered()
    {
        var hall = await Hall.Open(app, questions: true);
        var (one, two) = (await hall.Join(), await hall.Join());
        var (bridge, school) = (await one.Writes("橋はいつですか"), await one.Writes("学校はどうなりますか"));
        await two.Supports(school);
        await two.Supports(bridge);
        await hall.Tend(bridge, NoteTending.Answer);
        await app.Send(new PublishSummary(hall.Code, true), Hall.Facilitator);
        var board = Assert.Single((await app.Send(new GetSummary(hall.Code))).Value.Boards);
        Assert.Equal([("学校はどうなりますか", 1, false), ("橋はいつですか", 1, true)], board.Loose.Select(n => (n.Text, n.Supports!.Value, n.Answered)));

        var csv = Encoding.UTF8.GetString(await File(hall, ReportFormat.Csv)).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("問い,まとまり,質問,聞きたい人,答え", csv[0]);
        Assert.Equal("市長に聞きたいこと,,学校はどうなりますか,1,", csv[1]);
        Assert.Equal("市長に聞きたいこと,,橋はいつですか,1,答えました", csv[2]);
        foreach (var format in new[] { ReportFormat.Docx, ReportFormat.Xlsx })
            Assert.Equal("PK"u8.ToArray(), (await File(hall, format))[..2]);
        Assert.Equal("%PDF"u8.ToArray(), (await File(hall, ReportFormat.Pdf))[..4]);
        using var drawn = new MemoryStream();
        await app.Send(new DrawBoard(hall.Code, 0, drawn));
        Assert.Contains("聞きたい人1人", Encoding.UTF8.GetString(drawn.ToArray()), StringComparison.Ordinal);
    }

    async Task<byte[]> File(Hall hall, ReportFormat format)
    {
        using var file = new MemoryStream();
        Assert.False((await app.Send(new WriteSummary(hall.Code, format, file))).Refused);
        return file.ToArray();
    }
}

public sealed class QuestionsOnSqlite(OnSqlite engine) : QuestionTests(engine), IClassFixture<OnSqlite>;

public sealed class QuestionsOnPostgres(OnPostgres engine) : QuestionTests(engine), IClassFixture<OnPostgres>;
