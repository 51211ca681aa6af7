namespace Participation.Domain.Boards;

public enum NoteColour { Yellow, Blue, Green, Pink }

/// <summary>付箋.</summary>
public sealed class Note
{
    public const int LinksAtMost = 8;

    Note() { }

    internal Note(Guid id, Board board, int column, string text, NoteColour colour, string? author, byte[] editHash, DateTimeOffset now)
    {
        (Id, SessionId, BoardId, Column, Text, Colour, Author, EditHash) = (id, board.SessionId, board.Id, column, text, colour, author, editHash);
        (Position, WrittenAt) = (OrderKey.At(now), now);
    }

    /// <summary>The second half of another.</summary>
    internal Note(Guid id, Note from, string text, string position)
    {
        (Id, SessionId, BoardId, Column, Position, Text, Colour, Author) = (id, from.SessionId, from.BoardId, from.Column, position, text, from.Colour, from.Author);
        // Whoever wrote the whole wrote its halves, and what everybody has seen is not hidden again.
        (EditHash, SplitFrom, WrittenAt) = (from.EditHash, from.WrittenAs, from.WrittenAt);
    }

    public Guid Id { get; private set; }
    public int SessionId { get; private set; }
    public Guid BoardId { get; private set; }
    public int Column { get; internal set; }

    /// <summary>An <see cref="OrderKey"/>.</summary>
    public string Position { get; internal set; } = "";

    public NoteColour Colour { get; internal set; }
    public string Text { get; internal set; } = "";

    /// <summary>The name its writer gave; always null where the session is anonymous.</summary>
    public string? Author { get; private set; }

    /// <summary>Proves who wrote it to nobody but the writer's own phone.</summary>
    public byte[] EditHash { get; private set; } = [];

    /// <summary>The note that it was written as, where it was split from one.</summary>
    public Guid? SplitFrom { get; private set; }

    /// <summary>What <see cref="EditHash"/> is a hash for.</summary>
    public Guid WrittenAs => SplitFrom ?? Id;

    public Guid? ClusterId { get; internal set; }

    /// <summary>By the facilitator: it leaves every screen and stays in the summary's count of hidden ones.</summary>
    public bool IsHidden { get; internal set; }

    /// <summary>Put aside for later (駐車場).</summary>
    public bool IsParked { get; internal set; }

    /// <summary>Taken back by its writer.</summary>
    public bool IsGone { get; internal set; }

    /// <summary>A question that was answered.</summary>
    public bool IsAnswered { get; internal set; }

    /// <summary>Notes that it is linked with, which hold its id in turn; some of them may be gone.</summary>
    public IReadOnlyList<Guid> Links { get; internal set; } = [];

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Somebody drags it until then.</summary>
    public DateTimeOffset? HeldUntil { get; internal set; }

    /// <summary>Hash of the holder's key, for this note alone.</summary>
    public byte[]? HeldBy { get; internal set; }

    public int Version { get; internal set; }

    /// <summary>Stands on the board, for those who may see it.</summary>
    public bool Stands => !IsHidden && !IsGone;

    public static string Thing(Guid id) => $"note {id}";
}
