namespace Participation.Domain.Boards;

/// <summary>まとまり: notes that say like things, under a title.</summary>
public sealed class Cluster
{
    Cluster() { }

    internal Cluster(Guid id, Board board, string title) =>
        (Id, SessionId, BoardId, Title) = (id, board.SessionId, board.Id, title);

    public Guid Id { get; private set; }
    public int SessionId { get; private set; }
    public Guid BoardId { get; private set; }
    public string Title { get; internal set; } = "";
    public bool IsGone { get; internal set; }
    public int Version { get; internal set; }
}
