using System.Text.Json;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Boards;

/// <summary>
/// ワークショップの一回: a hall of people, one or several boards, a facilitator who decides what it is at. What people do is told to
/// the live log and kept out of the audit trail, where it would bear a name; what the facilitator does stands in both.
/// </summary>
public sealed partial class WorkshopSession : Aggregate
{
    public const int TitleAtMost = 120;
    public const int BoardsAtMost = 12;
    public const int TablesAtMost = 40;
    public const int DotsAtMost = 20;

    /// <summary>How long a code opens the session.</summary>
    static readonly TimeSpan OpenFor = TimeSpan.FromHours(18);

    readonly List<Board> boards = [];

    WorkshopSession() { }

    public int Id { get; private set; }
    public string Code { get; private set; } = "";
    public string Title { get; private set; } = "";

    /// <summary>The space it belongs to, by its slug; null for none.</summary>
    public string? Space { get; private set; }

    /// <summary>Said when it is opened and never taken back.</summary>
    public bool IsAnonymous { get; private set; }

    public IReadOnlyList<Board> Boards => boards;
    public IReadOnlyList<string> Tables { get; private set; } = [];
    public int SeatsPerTable { get; private set; }
    public int DotsPerSeat { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset ClosesAt { get; private set; }

    public BoardStage Stage { get; private set; }
    public bool IsLocked { get; private set; }
    public bool IsPaused { get; private set; }
    public DateTimeOffset? TimerEnds { get; private set; }
    public Guid? Spotlight { get; private set; }

    /// <summary>Notes written until then were seen by all, and are not hidden again.</summary>
    public DateTimeOffset? RevealedUpTo { get; private set; }

    /// <summary>Notes whose writers write no more.</summary>
    public IReadOnlyList<MutedNote> Muted { get; private set; } = [];

    public IReadOnlyList<string> Decisions { get; private set; } = [];
    public DateTimeOffset? PublishedAt { get; private set; }
    public int Version { get; private set; }

    public string Stream => Streams.Board(Code);

    public bool HidesNotes => Stage is BoardStage.CollectHidden;

    /// <summary>While dots are being given nobody is swayed by what others gave.</summary>
    public bool ShowsDots => Stage is not BoardStage.Vote;

    public bool IsOverAt(DateTimeOffset now) => now >= ClosesAt;

    /// <summary>Whether a note is sent to those who did not write it.</summary>
    public bool Shows(Note note) => note.Stands && (!HidesNotes || note.WrittenAt <= RevealedUpTo);

    public static Outcome<WorkshopSession> Open(SessionSettings settings, string code, DateTimeOffset now)
    {
        if (settings.Faults() is { Count: > 0 } faults) return Refusal.Invalid(faults);
        var session = new WorkshopSession
        {
            Code = code, Title = settings.Title.Trim(), Space = settings.Space, IsAnonymous = settings.Anonymous,
            Tables = [.. settings.Tables.Select(t => t.Trim())], SeatsPerTable = settings.SeatsPerTable, DotsPerSeat = settings.DotsPerSeat,
            Stage = settings.Hidden ? BoardStage.CollectHidden : BoardStage.Collect, OpenedAt = now, ClosesAt = now + OpenFor,
        };
        foreach (var (place, board) in settings.Boards.Index()) session.boards.Add(new Board(place, board));
        session.Tell(session.Stream, Kinds.SessionChanged);
        session.Log("workshop.opened", session.Stream);
        return session;
    }

    /// <summary>Why a seat may not do it now; null when it may.</summary>
    public Refusal? Forbids(SeatDeed deed, EditKey key, DateTimeOffset now) =>
        IsOverAt(now) ? Refusal.Conflict("session-over")
        : IsLocked ? Refusal.Conflict("board-locked")
        : IsPaused ? Refusal.Conflict("board-paused")
        : !Stage.Allows(deed) ? Refusal.Conflict("not-at-this-stage")
        : Muted.Any(m => m.Hash.AsSpan().SequenceEqual(key.HashFor(Note.Thing(m.Note)))) ? Refusal.Conflict("seat-muted")
        : null;

    /// <param name="seated">How many sit at that table.</param>
    public Outcome<Seat> TakeSeat(EditKey key, string table, string? name, int seated, DateTimeOffset now)
    {
        if (IsOverAt(now)) return Refusal.Conflict("session-over");
        if (Tables.Count > 0 && !Tables.Contains(table)) return Refusal.Invalid("table", "choice-unknown");
        if (SeatsPerTable > 0 && seated >= SeatsPerTable) return Refusal.Invalid("table", "table-full");
        string? given = null;
        if (!IsAnonymous && !string.IsNullOrWhiteSpace(name))
        {
            var text = NoteText.Of(name, NoteText.NameAtMost, "name");
            if (text.Refused) return text.Why;
            given = text.Value;
        }
        Tell(Stream, Kinds.SeatTaken);
        return new Seat(Id, key.HashFor(Seat.Thing(Code)), given, table, now);
    }

    void TellNotes(IEnumerable<Guid> notes) => Tell(Stream, Kinds.NotesChanged, JsonSerializer.Serialize(new { notes }));

    Outcome<Done> Step(string act, string detail = "{}")
    {
        Version++;
        Tell(Stream, Kinds.SessionChanged);
        Log(act, Stream, detail);
        return Done.It;
    }
}

/// <summary>A note whose writer may do nothing more, and the hash that the writer's key is known by.</summary>
public sealed record MutedNote(Guid Note, byte[] Hash);
