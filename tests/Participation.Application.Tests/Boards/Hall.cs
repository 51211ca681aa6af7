using System.Text.Json;
using Participation.Application.Boards;
using Participation.Application.Live;
using Participation.Domain.Boards;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Boards;

/// <summary>A session with its facilitator and as many phones as a test wants.</summary>
sealed class Hall
{
    public static readonly Caller Facilitator = new() { ActorId = "facilitator-1", UserId = "facilitator-1", Roles = new HashSet<string> { Roles.Facilitator } };

    readonly TestApp app;

    Hall(TestApp app, string code, Guid board) => (this.app, Code, Board) = (app, code, board);

    public string Code { get; }

    public Guid Board { get; }

    public static async Task<Hall> Open(TestApp app, bool hidden = false, bool anonymous = true, int seatsPerTable = 0, int dots = 3, bool questions = false)
    {
        BoardSettings board = questions ? new("市長に聞きたいこと", BoardTemplate.Questions, ["質問"]) : new("どんな港町にしたいですか", BoardTemplate.HopesWorries, ["希望", "心配"]);
        var settings = new SessionSettings(
            "みなとの未来を話す夜", null, anonymous, hidden, [board], ["一", "二"], seatsPerTable, dots);
        var code = (await app.Send(new OpenSession(settings), Facilitator)).Value;
        return new(app, code, (await app.Send(new GetBoard(code))).Value.Session.Boards[0].Id);
    }

    /// <summary>Somebody joins with a phone.</summary>
    public async Task<Phone> Join(string table = "一", string? name = null)
    {
        var phone = new Phone(app, this, EditKey.New());
        Assert.False((await app.Send(new TakeSeat(Code, phone.Key, table, name))).Refused);
        return phone;
    }

    public Task<Outcome<Done>> GoTo(BoardStage stage) => app.Send(new GoToStage(Code, stage), Facilitator);

    public async Task<BoardSnapshot> Seen() => (await app.Send(new GetBoard(Code))).Value;

    /// <summary>Questions as everybody sees them, from the top.</summary>
    public async Task<IEnumerable<(string Text, int? Supports)>> Asked() => (await Seen()).Blocks(Board).SelectMany(b => b.Notes).Select(n => (n.Text, n.Supports));

    public Task<Outcome<Done>> Tend(Guid note, NoteTending tending) => app.Send(new TendNote(Code, note, tending), Facilitator);

    /// <summary>All that the stream tells somebody who asks now, as the text that goes over the wire.</summary>
    public async Task<string> Told(long after = 0)
    {
        await app.HearAll();
        return JsonSerializer.Serialize((await app.Send(new ReadStream(Streams.Board(Code), after))).Value, BoardJson.Options);
    }
}

sealed class Phone(TestApp app, Hall hall, EditKey key)
{
    public string Key => key.Value;

    public async Task<BoardSnapshot> Sees() => (await app.Send(new GetBoard(hall.Code, Key))).Value;

    public async Task<Guid> Writes(string text, int column = 0)
    {
        var id = Guid.NewGuid();
        // Notes of one instant stand in no order that a test could name.
        app.Clock.Now += TimeSpan.FromMilliseconds(1);
        Assert.False((await TryWrite(text, column, id)).Refused);
        return id;
    }

    public Task<Outcome<Done>> TryWrite(string text, int column = 0, Guid? id = null) =>
        app.Send(new WriteNote(hall.Code, Key, id ?? Guid.NewGuid(), new NoteDraft(hall.Board, column, text)));

    public Task<Outcome<Done>> Moves(Guid note, int column, string? position = null) => app.Send(new MoveNote(hall.Code, Key, note, column, position));

    public Task<Outcome<Done>> Supports(Guid question, bool support = true) =>
        app.Send(new SupportQuestion(hall.Code, Key, question, support) { Key = Guid.NewGuid().ToString() });

    public Task<Outcome<Done>> Edits(Guid note, string text) => app.Send(new EditNote(hall.Code, Key, note, text, NoteColour.Yellow));

    public Task<Outcome<Done>> Splits(Guid note, string first, string second) => app.Send(new SplitNote(hall.Code, Key, note, Guid.NewGuid(), first, second));

    public Task<Outcome<DotsLeft>> Dots(Guid note, bool give = true) => app.Send(new GiveDot(hall.Code, Key, note, give) { Key = Guid.NewGuid().ToString() });
}
