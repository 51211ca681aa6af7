namespace Participation.Domain.Boards;

/// <summary>A まとまり that became the question of a board in another session, once: from either one finds the other.</summary>
public sealed class CarriedTopic
{
    CarriedTopic() { }

    public CarriedTopic(Guid cluster, Guid board, DateTimeOffset now) => (ClusterId, BoardId, At) = (cluster, board, now);

    public Guid ClusterId { get; private set; }
    public Guid BoardId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
