using Microsoft.EntityFrameworkCore;
using Participation.Application.Boards;
using Participation.Application.Live;
using Participation.Domain.Boards;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

public abstract class BoardTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task What_is_collected_in_the_dark_reaches_no_other_phone_until_it_is_revealed()
    {
        var hall = await Hall.Open(app, hidden: true);
        var (writer, other) = (await hall.Join(), await hall.Join());
        var note = await writer.Writes("ひみつの願い");

        Assert.Equal("ひみつの願い", Assert.Single((await writer.Sees()).Notes).Text);
        var seen = await other.Sees();
        Assert.Empty(seen.Notes);
        Assert.Equal(1, seen.Written[hall.Board]);
        Assert.Empty((await app.Send(new GetConsole(hall.Code), Hall.Facilitator)).Value.Notes);
        var told = await hall.Told();
        Assert.DoesNotContain("ひみつ", told, StringComparison.Ordinal);
        Assert.DoesNotContain(note.ToString(), told, StringComparison.Ordinal);

        await hall.GoTo(BoardStage.Reveal);
        Assert.Equal("ひみつの願い", Assert.Single((await other.Sees()).Notes).Text);
        Assert.Contains("ひみつの願い", await hall.Told(), StringComparison.Ordinal);

        // A second round in the dark hides what is new, and not what everybody has seen.
        await hall.GoTo(BoardStage.CollectHidden);
        app.Clock.Now += TimeSpan.FromSeconds(1);
        await writer.Writes("つぎの願い");
        Assert.Equal(["ひみつの願い"], (await other.Sees()).Notes.Select(n => n.Text));
    }

    [Fact]
    public async Task Of_an_anonymous_session_nobody_can_tell_who_wrote_what()
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join(name: "遠野 うみ");
        var (one, two) = (await phone.Writes("一枚目"), await phone.Writes("二枚目"));
        await hall.GoTo(BoardStage.Vote);
        await phone.Dots(one);
        Assert.All((await hall.Seen()).Notes, n => Assert.Null(n.Author));
        var stored = await app.With(async db => (
            Seat: await db.Seats.SingleAsync(s => db.WorkshopSessions.Any(w => w.Id == s.SessionId && w.Code == hall.Code)),
            Notes: await db.Notes.Where(n => n.Id == one || n.Id == two).ToListAsync(),
            Sheet: await db.DotSheets.SingleAsync(d => d.BoardId == hall.Board),
            Acts: await db.AuditEntries.Where(a => a.Subject == Streams.Board(hall.Code)).Select(a => a.Actor).ToListAsync()));
        Assert.Null(stored.Seat.Name);
        // No two of these can be laid side by side.
        byte[][] hashes = [stored.Seat.KeyHash, stored.Notes[0].EditHash, stored.Notes[1].EditHash, stored.Sheet.Voter];
        Assert.Equal(4, hashes.Select(Convert.ToHexString).Distinct().Count());
        Assert.All(stored.Acts, actor => Assert.Equal(Hall.Facilitator.ActorId, actor));
    }

    [Fact]
    public async Task In_a_named_session_a_name_stands_on_the_notes_of_whoever_gave_one()
    {
        var hall = await Hall.Open(app, anonymous: false);
        await (await hall.Join(name: " うみ ")).Writes("名のある声");
        await (await hall.Join()).Writes("名のない声");
        Assert.Equal([("名のある声", "うみ"), ("名のない声", null)], (await hall.Seen()).Notes.Select(n => (n.Text, n.Author)));
    }

    [Fact]
    public async Task A_note_sent_twice_is_one_and_another_cannot_take_its_place()
    {
        var hall = await Hall.Open(app);
        var (phone, other) = (await hall.Join(), await hall.Join());
        var id = await phone.Writes("一度だけ");
        Assert.False((await phone.TryWrite("一度だけ", id: id)).Refused);
        Assert.Equal(Refusal.KeyReused, (await other.TryWrite("よこどり", id: id)).Why);
        Assert.Equal("一度だけ", Assert.Single((await hall.Seen()).Notes).Text);
    }

    [Fact]
    public async Task A_note_whose_answer_was_lost_stands_when_it_is_sent_again_to_a_board_that_is_locked_by_now()
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        var id = await phone.Writes("とどいていた声");
        await app.Send(new HoldSession(hall.Code, Locked: true), Hall.Facilitator);
        Assert.False((await phone.TryWrite("とどいていた声", id: id)).Refused);
        Assert.Equal("board-locked", (await phone.TryWrite("おそい声")).Why!.Code);
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("  \n ", "required")]
    [InlineData("\u0007", "control-characters")]
    [InlineData("long", "text-too-long")]
    public async Task A_note_that_cannot_stand_is_told_to_its_writer_alone(string text, string code)
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        var before = (await hall.Seen()).Head;
        Assert.Equal(code, (await phone.TryWrite(text is "long" ? new string('あ', 10_000) : text)).Why!.Code);
        Assert.Equal(before, (await hall.Seen()).Head);
    }

    [Fact]
    public async Task Without_a_seat_or_on_a_closed_board_or_too_late_nothing_is_written()
    {
        var hall = await Hall.Open(app);
        var stranger = new Phone(app, hall, EditKey.New());
        Assert.Equal("no-seat", (await stranger.TryWrite("だれ")).Why!.Code);
        Assert.Equal(Refusal.NotFound, (await app.Send(new TakeSeat("0000000", EditKey.New().Value))).Why);
        var phone = await hall.Join();
        await app.Send(new HoldSession(hall.Code, Locked: true), Hall.Facilitator);
        Assert.Equal("board-locked", (await phone.TryWrite("閉じています")).Why!.Code);
        await app.Send(new HoldSession(hall.Code, Paused: true, Locked: false), Hall.Facilitator);
        Assert.Equal("board-paused", (await phone.TryWrite("休みです")).Why!.Code);
        await app.Send(new HoldSession(hall.Code, Paused: false), Hall.Facilitator);
        await hall.GoTo(BoardStage.Discuss);
        Assert.Equal("not-at-this-stage", (await phone.TryWrite("話しています")).Why!.Code);
        await hall.GoTo(BoardStage.Collect);
        app.Clock.Now += TimeSpan.FromHours(19);
        Assert.Equal("session-over", (await phone.TryWrite("あとから")).Why!.Code);
        Assert.Equal("session-over", (await app.Send(new TakeSeat(hall.Code, EditKey.New().Value, "一"))).Why!.Code);
    }

    [Fact]
    public async Task A_full_table_says_so_and_the_same_phone_sits_once()
    {
        var hall = await Hall.Open(app, seatsPerTable: 2);
        var phone = await hall.Join();
        await hall.Join();
        Assert.Equal("table-full", (await app.Send(new TakeSeat(hall.Code, EditKey.New().Value, "一"))).Why!.Code);
        Assert.False((await app.Send(new TakeSeat(hall.Code, phone.Key, "一"))).Refused);
        Assert.False((await app.Send(new TakeSeat(hall.Code, EditKey.New().Value, "二"))).Refused);
        Assert.Equal("choice-unknown", (await app.Send(new TakeSeat(hall.Code, EditKey.New().Value, "三"))).Why!.Code);
        Assert.Equal([("一", 2, true), ("二", 1, false)], (await hall.Seen()).Tables.Select(t => (t.Name, t.Seats, t.Full)));
    }

    [Fact]
    public async Task A_muted_writer_does_nothing_more_and_nobody_learns_who_it_is()
    {
        var hall = await Hall.Open(app);
        var (rude, other) = (await hall.Join(), await hall.Join());
        var note = await rude.Writes("ひどい言葉");
        await app.Send(new TendNote(hall.Code, note, NoteTending.Hide), Hall.Facilitator);
        await app.Send(new TendNote(hall.Code, note, NoteTending.Mute), Hall.Facilitator);
        Assert.Equal("seat-muted", (await rude.TryWrite("まだ書く")).Why!.Code);
        await other.Writes("おだやかな声");
        Assert.Equal(["おだやかな声"], (await hall.Seen()).Notes.Select(n => n.Text));
        Assert.DoesNotContain("ひどい", await hall.Told(), StringComparison.Ordinal);
        await app.Send(new TendNote(hall.Code, note, NoteTending.Unmute), Hall.Facilitator);
        await rude.Writes("ごめんなさい");
    }

    [Fact]
    public async Task A_flood_from_one_seat_is_stopped_and_the_others_go_on()
    {
        var hall = await Hall.Open(app);
        var (flood, other) = (await hall.Join(), await hall.Join());
        Outcome<Done> last = Done.It;
        for (var i = 0; i < 200 && !last.Refused; i++) last = await flood.TryWrite($"{i}");
        Assert.Equal("too-fast", last.Why!.Code);
        await other.Writes("静かな声");
    }

    [Fact]
    public async Task Only_whoever_runs_the_session_steers_it()
    {
        var hall = await Hall.Open(app);
        var elsewhere = new Caller { ActorId = "f-2", UserId = "f-2", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Facilitator, "elsewhere") } };
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new GoToStage(hall.Code, BoardStage.Vote), elsewhere)).Why);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new GetConsole(hall.Code), elsewhere)).Why);
        Assert.Equal(Refusal.SignInRequired, (await app.Send(new GoToStage(hall.Code, BoardStage.Vote))).Why);
        Assert.DoesNotContain((await app.Send(new ListSessions(), elsewhere)).Value.Items, s => s.Code == hall.Code);
        Assert.Contains((await app.Send(new ListSessions(), Hall.Facilitator)).Value.Items, s => s.Code == hall.Code);
    }

    [Fact]
    public async Task Paper_notes_are_typed_in_all_of_them_or_none()
    {
        var hall = await Hall.Open(app);
        var csv = System.Text.Encoding.UTF8.GetBytes("text,table\n三枚目,一\n\"四枚目、二行\n目\",二\n");
        Assert.Equal("text-too-long", (await app.Send(new TypeInNotes(hall.Code, hall.Board, 1, ["一枚目", new string('あ', 999)]), Hall.Facilitator)).Why!.Code);
        Assert.Empty((await hall.Seen()).Notes);
        Assert.False((await app.Send(new TypeInNotes(hall.Code, hall.Board, 1, ["一枚目", "二枚目"], csv), Hall.Facilitator)).Refused);
        Assert.Equal(["一枚目", "二枚目", "三枚目", "四枚目、二行\n目"], (await hall.Seen()).In(hall.Board, 1).Select(n => n.Text));
        Assert.Equal("notes-header", (await app.Send(new TypeInNotes(hall.Code, hall.Board, 1, [], "a,b\n1,2\n"u8.ToArray()), Hall.Facilitator)).Why!.Code);
    }
}

public sealed class BoardsOnSqlite(OnSqlite engine) : BoardTests(engine), IClassFixture<OnSqlite>;

public sealed class BoardsOnPostgres(OnPostgres engine) : BoardTests(engine), IClassFixture<OnPostgres>;
