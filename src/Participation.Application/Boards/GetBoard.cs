using System.Globalization;
using MediatR;
using Participation.Application.Pipeline;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Boards;

/// <summary>A session's boards as they stand: what everybody may see, and of one's own what is still hidden from the others.</summary>
[Audience(Audience.Public)]
public sealed record GetBoard(string Code, string? SeatKey = null) : IRequest<Outcome<BoardSnapshot>>;

/// <param name="Head">Watch the stream from here on.</param>
/// <param name="Mine">Notes of the asker's own.</param>
/// <param name="Dots">How many each note has; null while they are being given.</param>
/// <param name="MyDots">Notes that the asker gave dots, as often as they did, and questions that they would ask too.</param>
/// <param name="Written">How many notes each board has, seen or not.</param>
/// <param name="Tables">Where people sit, and how many.</param>
/// <param name="Seated">The asker has a seat.</param>
/// <param name="Facilitates">The asker runs the session: their acts are never out of place.</param>
public sealed record BoardSnapshot(
    long Head, SessionView Session, IReadOnlyList<NoteView> Notes, IReadOnlyList<ClusterView> Clusters, IReadOnlyList<Guid> Mine,
    IReadOnlyDictionary<Guid, int>? Dots, IReadOnlyList<Guid> MyDots, int DotsGiven, IReadOnlyDictionary<Guid, int> Written, int Seats,
    IReadOnlyList<TableView> Tables, bool Seated, bool Facilitates, DateTimeOffset Now)
{
    const int BeginningAtMost = 24;

    /// <summary>What a facilitator did to notes; empty for everybody else.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<NoteTending>> Marks { get; init; } = new Dictionary<Guid, IReadOnlyList<NoteTending>>();

    /// <summary>Boards whose questions were clusters of another session.</summary>
    public IReadOnlyDictionary<Guid, TopicOrigin> Origins { get; init; } = new Dictionary<Guid, TopicOrigin>();

    /// <summary>What the facilitator who asks did last; empty for everybody else.</summary>
    public IReadOnlyList<ConsoleStepView> Steps { get; init; } = [];

    public IReadOnlyList<NoteTending> Tended(Guid note) => Marks.GetValueOrDefault(note) ?? [];

    /// <summary>What can be done to a note, each or its opposite.</summary>
    public IEnumerable<NoteTending> CanTend(Guid note) => ((IEnumerable<NoteTending>)[NoteTending.Spotlight, NoteTending.Park, NoteTending.Answer, NoteTending.Hide, NoteTending.Mute])
        .Select(tending => Tended(note).Contains(tending) ? Opposite(tending) : tending);

    static NoteTending Opposite(NoteTending tending) => tending switch
    {
        NoteTending.Spotlight => NoteTending.Dim,
        NoteTending.Park => NoteTending.Unpark,
        NoteTending.Answer => NoteTending.Reopen,
        NoteTending.Hide => NoteTending.Show,
        _ => NoteTending.Unmute,
    };

    /// <summary>The asker may do it now.</summary>
    public bool May(SeatDeed deed) => Facilitates || (Seated && Session is { Locked: false, Paused: false, Over: false } && Session.Stage.Allows(deed));

    /// <summary>The asker may give dots there now.</summary>
    public bool CanDot(BoardView board) => !board.Template.AsksQuestions() && CanVote(SeatDeed.Dot);

    /// <summary>The asker may support others' questions there now.</summary>
    public bool CanSupport(BoardView board) => board.Template.AsksQuestions() && CanVote(SeatDeed.Support);

    /// <summary>Questions stand by how many would ask them, wherever anybody would put them.</summary>
    public bool CanMove(BoardView board) => !board.Template.AsksQuestions() && May(SeatDeed.Move);

    /// <summary>Nothing but questions on all boards.</summary>
    public bool AsksQuestions => Session.Boards.All(b => b.Template.AsksQuestions());

    // That of a seat, though whoever sits on it runs the session.
    bool CanVote(SeatDeed deed) => Seated && Session is { Locked: false, Paused: false, Over: false } && Session.Stage.Allows(deed);

    public int DotsLeft(Guid board) => Session.DotsPerSeat - MyDots.Count(dotted => Notes.Any(n => n.Id == dotted && n.Board == board));

    /// <summary>The notes on the board that it is linked with.</summary>
    public IReadOnlyList<NoteView> LinkedWith(NoteView note) => note.Links is { } ends && !note.Parked ? [.. Notes.Where(n => ends.Contains(n.Id) && !n.Parked)] : [];

    /// <summary>A note's beginning, to tell it from others in a list.</summary>
    public static string Beginning(NoteView note)
    {
        var line = note.Text.ReplaceLineEndings(" ");
        var elements = new StringInfo(line);
        return elements.LengthInTextElements <= BeginningAtMost ? line : elements.SubstringByTextElements(0, BeginningAtMost) + "…";
    }

    public IEnumerable<NoteView> In(Guid board, int column) => Notes.Where(n => n.Board == board && n.Column == column);

    /// <summary>What stands on a board, one below the other: single notes, and stacks where their first note is. Islands do it alike.</summary>
    public IReadOnlyList<NoteBlock> Blocks(Guid board) =>
    [
        .. Notes.Where(n => n.Board == board && !n.Parked).OrderBy(n => n.Column).GroupBy(n => n.Cluster ?? n.Id)
            .Select(g => new NoteBlock(g.First().Cluster, Clusters.FirstOrDefault(c => c.Id == g.Key)?.Title ?? "", [.. g])),
    ];
}

/// <param name="Cluster">Null for a note that stands alone.</param>
/// <param name="Title">Empty when nobody has named the stack.</param>
public sealed record NoteBlock(Guid? Cluster, string Title, IReadOnlyList<NoteView> Notes)
{
    public int Column => Notes[0].Column;
}

/// <param name="Full">Nobody else can sit down there.</param>
public sealed record TableView(string Name, int Seats, bool Full);

sealed class GetBoardHandler(BoardReader reader, Data.AppDbContext db, TimeProvider clock, Caller caller) : IRequestHandler<GetBoard, Outcome<BoardSnapshot>>
{
    public async Task<Outcome<BoardSnapshot>> Handle(GetBoard ask, CancellationToken ct)
    {
        if (await reader.Read(ask.Code, ct) is not { } state) return Refusal.NotFound;
        var session = state.Session;
        var key = EditKey.Parse(ask.SeatKey);
        var own = key is { } k ? state.Notes.Where(n => !n.IsGone && k.Made(n)).Select(n => n.Id).ToHashSet() : [];
        // A note that the facilitator hid is hidden from its writer too: it would else be written again.
        var seen = state.Notes.Where(n => session.Shows(n) || (n.Stands && own.Contains(n.Id))).ToList();
        var standing = state.Notes.Where(n => n.Stands).ToList();
        var dots = state.Sheets.Where(s => key is { } voter && s.Voter.AsSpan().SequenceEqual(voter.HashFor(DotSheet.Thing(s.BoardId)))).SelectMany(s => s.Notes);
        return new BoardSnapshot(
            state.Head, SessionView.Of(session, clock.GetUtcNow()), [.. seen.Select(state.ViewOf)], [.. state.Clusters.Select(ClusterView.Of)],
            [.. seen.Select(n => n.Id).Where(own.Contains)], session.ShowsDots ? state.Dots : null, [.. dots], state.Dots.Values.Sum(),
            standing.GroupBy(n => n.BoardId).ToDictionary(g => g.Key, g => g.Count()), state.SeatsByTable.Values.Sum(),
            [.. session.Tables.Select(t => Table(t, state))], key is { } mine && await db.Sits(session, mine, ct), caller.MayFacilitate(session.Space), clock.GetUtcNow()) { Origins = state.Origins };
    }

    static TableView Table(string name, BoardState state)
    {
        var seats = state.SeatsByTable.GetValueOrDefault(name);
        return new(name, seats, state.Session.SeatsPerTable > 0 && seats >= state.Session.SeatsPerTable);
    }
}
