using Participation.Domain.Outcomes;

namespace Participation.Domain.Boards;

/// <summary>The dots that one seat gave on one board; on a board of questions, those it would ask too. Whose it is, only the phone can prove.</summary>
public sealed class DotSheet
{
    DotSheet() { }

    public DotSheet(Board board, EditKey key) => (SessionId, BoardId, Voter) = (board.SessionId, board.Id, key.HashFor(Thing(board.Id)));

    public int SessionId { get; private set; }
    public Guid BoardId { get; private set; }

    /// <summary>Hash of the edit key for this board's dots.</summary>
    public byte[] Voter { get; private set; } = [];

    /// <summary>A note stands here as often as it has dots of this seat.</summary>
    public IReadOnlyList<Guid> Notes { get; private set; } = [];

    /// <summary>Two taps at once count as two.</summary>
    public int Version { get; private set; }

    public static string Thing(Guid board) => $"dots {board}";

    internal Outcome<Done> Give(Guid note, int atMost)
    {
        if (Notes.Count >= atMost) return Refusal.Conflict("dots-used-up", atMost);
        (Notes, Version) = ([.. Notes, note], Version + 1);
        return Done.It;
    }

    /// <summary>Once for each question, and for as many as one likes.</summary>
    internal Outcome<Done> Support(Guid question, bool support)
    {
        if (Notes.Contains(question) == support) return Refusal.Conflict(support ? "already-supported" : "not-supported");
        (Notes, Version) = (support ? [.. Notes, question] : [.. Notes.Where(n => n != question)], Version + 1);
        return Done.It;
    }

    internal Outcome<Done> TakeBack(Guid note)
    {
        var left = Notes.ToList();
        if (!left.Remove(note)) return Refusal.Conflict("no-dot-there");
        (Notes, Version) = (left, Version + 1);
        return Done.It;
    }
}
