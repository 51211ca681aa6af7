using Participation.Application.Boards;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

public abstract class MovingTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task While_notes_are_collected_everybody_moves_their_own_and_later_anybodys()
    {
        var hall = await Hall.Open(app);
        var (one, other) = (await hall.Join(), await hall.Join());
        var note = await one.Writes("歩ける町");
        Assert.Equal(Refusal.NotFound, (await other.Moves(note, 1)).Why);
        Assert.False((await one.Moves(note, 1)).Refused);
        await hall.GoTo(BoardStage.Cluster);
        Assert.False((await other.Moves(note, 0)).Refused);
        Assert.Equal("not-your-note", (await app.Send(new EditNote(hall.Code, other.Key, note, "別の町", NoteColour.Blue))).Why!.Code);
        Assert.Equal("choice-unknown", (await other.Moves(note, 7)).Why!.Code);
        Assert.Equal("choice-unknown", (await other.Moves(note, 0, "よこ")).Why!.Code);
        Assert.Equal(0, Assert.Single((await hall.Seen()).Notes).Column);
    }

    [Fact]
    public async Task A_held_note_stays_in_its_hand_for_ten_seconds_and_several_are_held_all_or_none()
    {
        var hall = await Hall.Open(app);
        var (one, other) = (await hall.Join(), await hall.Join());
        var (a, b) = (await one.Writes("あ"), await one.Writes("い"));
        await hall.GoTo(BoardStage.Cluster);
        Assert.False((await app.Send(new HoldNotes(hall.Code, one.Key, [a]))).Refused);
        Assert.Equal("note-held", (await app.Send(new HoldNotes(hall.Code, other.Key, [b, a]))).Why!.Code);
        Assert.False((await app.Send(new HoldNotes(hall.Code, one.Key, [b]))).Refused);
        Assert.Equal("note-held", (await other.Moves(a, 1)).Why!.Code);
        app.Clock.Now += WorkshopSession.HoldLasts;
        Assert.False((await other.Moves(a, 1)).Refused);
        Assert.False((await one.Moves(b, 1)).Refused);
    }

    [Fact]
    public async Task What_one_tab_of_a_browser_holds_its_other_tab_cannot_pull_away()
    {
        var hall = await Hall.Open(app);
        var one = await hall.Join();
        var note = await one.Writes("あ");
        await hall.GoTo(BoardStage.Cluster);
        Assert.False((await app.Send(new HoldNotes(hall.Code, one.Key, [note]) { Tab = "left" })).Refused);
        Assert.Equal("note-held", (await app.Send(new HoldNotes(hall.Code, one.Key, [note]) { Tab = "right" })).Why!.Code);
        Assert.Equal("note-held", (await app.Send(new MoveNote(hall.Code, one.Key, note, 1) { Tab = "right" })).Why!.Code);
        // A page without a script is no tab of its own, but no hand of another's either.
        Assert.Equal("note-held", (await one.Moves(note, 1)).Why!.Code);
        Assert.False((await app.Send(new MoveNote(hall.Code, one.Key, note, 1) { Tab = "left" })).Refused);
    }

    [Fact]
    public async Task Two_who_move_one_note_at_once_end_in_one_place()
    {
        var hall = await Hall.Open(app);
        var (one, other) = (await hall.Join(), await hall.Join());
        var note = await one.Writes("まんなか");
        await hall.GoTo(BoardStage.Cluster);
        Task<Outcome<Done>>[] both;
        await using (await HeldWriter.Of(app.Database)) both = [one.Moves(note, 0, "C"), other.Moves(note, 1, "D")];
        var moved = await Task.WhenAll(both);
        Assert.Contains(moved, m => !m.Refused);
        Assert.All(moved.Where(m => m.Refused), m => Assert.Equal(Refusal.ChangedMeanwhile, m.Why));
        var place = Assert.Single((await hall.Seen()).Notes);
        Assert.Equal(place, Assert.Single((await one.Sees()).Notes));
        Assert.Contains((place.Column, place.Position), new[] { (0, "C"), (1, "D") });
    }

    [Fact]
    public async Task A_move_sent_again_under_its_key_does_not_undo_what_came_between()
    {
        var hall = await Hall.Open(app);
        var (one, other) = (await hall.Join(), await hall.Join());
        var note = await one.Writes("波");
        await hall.GoTo(BoardStage.Cluster);
        var move = new MoveNote(hall.Code, one.Key, note, 1) { Key = "k1" };
        await app.Send(move);
        await other.Moves(note, 0, "B");
        Assert.False((await app.Send(move)).Refused);
        Assert.Equal((0, "B"), (await hall.Seen()).Notes.Select(n => (n.Column, n.Position)).Single());
    }

    [Fact]
    public async Task Notes_are_stacked_under_a_title_taken_out_and_named_anew()
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        var (a, b, c) = (await phone.Writes("図書館"), await phone.Writes("本屋"), await phone.Writes("祭り"));
        var stack = Guid.NewGuid();
        Assert.Equal("not-at-this-stage", (await app.Send(new StackNotes(hall.Code, phone.Key, stack, [a, b], "本"))).Why!.Code);
        await hall.GoTo(BoardStage.Cluster);
        Assert.False((await app.Send(new StackNotes(hall.Code, phone.Key, stack, [a, b], "本"))).Refused);
        Assert.False((await app.Send(new StackNotes(hall.Code, phone.Key, stack, [c]))).Refused);
        Assert.False((await app.Send(new UnstackNotes(hall.Code, phone.Key, [b]))).Refused);
        Assert.False((await app.Send(new NameCluster(hall.Code, phone.Key, stack, "本と祭り"))).Refused);
        var seen = await hall.Seen();
        Assert.Equal("本と祭り", Assert.Single(seen.Clusters).Title);
        Assert.Equal([stack, null, stack], seen.Notes.Select(n => n.Cluster));
        Assert.Equal(Refusal.NotFound, (await app.Send(new StackNotes(hall.Code, phone.Key, stack, [Guid.NewGuid()]))).Why);
    }

    [Fact]
    public async Task Dots_are_so_many_each_and_shown_when_voting_is_over()
    {
        var hall = await Hall.Open(app, dots: 2);
        var (one, other) = (await hall.Join(), await hall.Join());
        var (a, b) = (await one.Writes("橋"), await one.Writes("坂"));
        Assert.Equal("not-at-this-stage", (await one.Dots(a)).Why!.Code);
        await hall.GoTo(BoardStage.Vote);
        Assert.Equal(1, (await one.Dots(a)).Value.Left);
        Assert.Equal(0, (await one.Dots(a)).Value.Left);
        Assert.Equal("dots-used-up", (await one.Dots(b)).Why!.Code);
        Assert.Equal(1, (await one.Dots(a, give: false)).Value.Left);
        Assert.Equal("no-dot-there", (await one.Dots(b, give: false)).Why!.Code);
        await one.Dots(b);
        await other.Dots(b);
        var voting = await other.Sees();
        Assert.Null(voting.Dots);
        Assert.Equal(3, voting.DotsGiven);
        Assert.Equal([b], voting.MyDots);
        Assert.DoesNotContain(b.ToString(), await hall.Told(voting.Head - 3), StringComparison.Ordinal);
        await hall.GoTo(BoardStage.Discuss);
        var dots = (await hall.Seen()).Dots!;
        Assert.Equal((1, 2), (dots[a], dots[b]));
    }

    [Fact]
    public async Task A_dot_tapped_twice_under_one_key_is_one()
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        var note = await phone.Writes("灯台");
        await hall.GoTo(BoardStage.Vote);
        var dot = new GiveDot(hall.Code, phone.Key, note) { Key = "tap" };
        Assert.Equal(2, (await app.Send(dot)).Value.Left);
        Assert.Equal(2, (await app.Send(dot)).Value.Left);
        Assert.Equal([note], (await phone.Sees()).MyDots);
    }

    [Fact]
    public async Task What_is_taken_back_is_gone_for_all_and_can_be_brought_again()
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        var note = await phone.Writes("まちがい");
        await app.Send(new RemoveNote(hall.Code, phone.Key, note));
        Assert.Empty((await hall.Seen()).Notes);
        Assert.DoesNotContain("まちがい", await hall.Told(), StringComparison.Ordinal);
        Assert.Equal("note-gone", (await phone.Moves(note, 1)).Why!.Code);
        await app.Send(new RemoveNote(hall.Code, phone.Key, note, Gone: false));
        Assert.Single((await hall.Seen()).Notes);
    }
}

public sealed class MovingOnSqlite(OnSqlite engine) : MovingTests(engine), IClassFixture<OnSqlite>;

public sealed class MovingOnPostgres(OnPostgres engine) : MovingTests(engine), IClassFixture<OnPostgres>;
