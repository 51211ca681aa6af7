using Participation.Application.Boards;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

/// <summary>What a facilitator did, and the way back.</summary>
public abstract class ConsoleStepTests(EngineFixture engine)
{
    static readonly Caller Other = new() { ActorId = "facilitator-2", UserId = "facilitator-2", Roles = new HashSet<string> { Roles.Facilitator } };

    readonly TestApp app = engine.App;

    [Fact]
    public async Task Each_act_at_the_console_is_taken_back_to_what_was_before()
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        var note = await phone.Writes("橋");
        await app.Send(new NoteDecisions(hall.Code, ["はじめの案"]), Hall.Facilitator);
        foreach (var deed in new MediatR.IRequest<Outcome<Done>>[]
        {
            new GoToStage(hall.Code, BoardStage.Vote), new RunTimer(hall.Code, 5), new HoldSession(hall.Code, Paused: true), new HoldSession(hall.Code, Locked: true),
            new NoteDecisions(hall.Code, ["橋を照らす", "坂を直す"]), new PublishSummary(hall.Code, true), new TendNote(hall.Code, note, NoteTending.Park),
            new TendNote(hall.Code, note, NoteTending.Answer), new TendNote(hall.Code, note, NoteTending.Mute), new TendNote(hall.Code, note, NoteTending.Spotlight),
            new TypeInNotes(hall.Code, hall.Board, 1, ["紙の声", "紙の声二"]), new TendNote(hall.Code, note, NoteTending.Hide),
        })
        {
            var before = Told(await Console(hall));
            Assert.False((await app.Send(deed, Hall.Facilitator)).Refused);
            var after = await Console(hall);
            Assert.NotEqual(before, Told(after));
            Assert.False((await Undo(hall, after.Steps[0].Id)).Refused);
            Assert.Equal(before, Told(await Console(hall)));
            Assert.Equal("already-undone", (await Undo(hall, after.Steps[0].Id)).Why!.Code);
        }
    }

    [Fact]
    public async Task They_are_listed_for_whoever_did_them_the_latest_first_and_what_was_built_on_goes_later()
    {
        var hall = await Hall.Open(app);
        foreach (var stage in new[] { BoardStage.Reveal, BoardStage.Cluster, BoardStage.Vote }) await hall.GoTo(stage);
        await app.Send(new HoldSession(hall.Code, Locked: true), Hall.Facilitator);
        // To do again what is done already is no act.
        await app.Send(new HoldSession(hall.Code, Locked: true), Hall.Facilitator);
        var steps = (await Console(hall)).Steps;
        Assert.Equal(
            [(ConsoleDeed.Lock, "True", true), (ConsoleDeed.Stage, "Vote", true), (ConsoleDeed.Stage, "Cluster", false), (ConsoleDeed.Stage, "Reveal", false)],
            steps.Select(s => (s.Deed, s.After, s.CanUndo)));
        Assert.Equal("undo-overtaken", (await Undo(hall, steps[2].Id)).Why!.Code);
        await Undo(hall, steps[1].Id);
        await Undo(hall, steps[2].Id);
        Assert.Equal((BoardStage.Reveal, true), ((await hall.Seen()).Session.Stage, (await hall.Seen()).Session.Locked));

        Assert.Empty((await app.Send(new GetConsole(hall.Code), Other)).Value.Steps);
        Assert.Equal(Refusal.NotFound, (await app.Send(new UndoConsoleStep(hall.Code, steps[0].Id), Other)).Why);
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new UndoConsoleStep(hall.Code, steps[0].Id), new Caller { ActorId = "f", UserId = "f", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Facilitator, "elsewhere") } })).Why);
    }

    [Fact]
    public async Task Going_back_into_the_dark_hides_nothing_that_everybody_has_seen()
    {
        var hall = await Hall.Open(app, hidden: true);
        var (phone, other) = (await hall.Join(), await hall.Join());
        await phone.Writes("見えた声");
        await hall.GoTo(BoardStage.Reveal);
        await Undo(hall, (await Console(hall)).Steps[0].Id);
        Assert.Equal(BoardStage.CollectHidden, (await hall.Seen()).Session.Stage);
        app.Clock.Now += TimeSpan.FromSeconds(1);
        await phone.Writes("つぎの声");
        Assert.Equal(["見えた声"], (await other.Sees()).Notes.Select(n => n.Text));
    }

    [Fact]
    public async Task A_note_that_its_writer_took_back_is_not_read_in_the_list()
    {
        var hall = await Hall.Open(app);
        var phone = await hall.Join();
        var note = await phone.Writes("まちがい");
        await app.Send(new TendNote(hall.Code, note, NoteTending.Park), Hall.Facilitator);
        await app.Send(new RemoveNote(hall.Code, phone.Key, note));
        var step = Assert.Single((await Console(hall)).Steps);
        Assert.Equal((null, false), (step.Note, step.CanUndo));
    }

    Task<Outcome<Done>> Undo(Hall hall, int step) => app.Send(new UndoConsoleStep(hall.Code, step), Hall.Facilitator);

    async Task<BoardSnapshot> Console(Hall hall) => (await app.Send(new GetConsole(hall.Code), Hall.Facilitator)).Value;

    /// <summary>All that an act of a facilitator changes.</summary>
    static string Told(BoardSnapshot board) => string.Join('\n',
    [
        $"{board.Session.Stage} {board.Session.TimerEnds} {board.Session.Paused} {board.Session.Locked} {board.Session.Published} {board.Session.Spotlight}", .. board.Session.Decisions,
        .. board.Notes.OrderBy(n => n.Id).Select(n => $"{n.Text} {n.Cluster} {string.Join(' ', board.Tended(n.Id))}"),
    ]);
}

public sealed class ConsoleStepsOnSqlite(OnSqlite engine) : ConsoleStepTests(engine), IClassFixture<OnSqlite>;

public sealed class ConsoleStepsOnPostgres(OnPostgres engine) : ConsoleStepTests(engine), IClassFixture<OnPostgres>;
