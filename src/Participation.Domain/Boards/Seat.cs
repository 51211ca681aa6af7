namespace Participation.Domain.Boards;

/// <summary>Somebody who joined. No account, and a name only where the session is named and the person gave one.</summary>
public sealed class Seat
{
    Seat() { }

    internal Seat(int sessionId, byte[] keyHash, string? name, string table, DateTimeOffset now) =>
        (Id, SessionId, KeyHash, Name, Table, JoinedAt) = (Guid.NewGuid(), sessionId, keyHash, name, table, now);

    public Guid Id { get; private set; }
    public int SessionId { get; private set; }
    public byte[] KeyHash { get; private set; } = [];
    public string? Name { get; private set; }
    public string Table { get; private set; } = "";
    public DateTimeOffset JoinedAt { get; private set; }

    public static string Thing(string code) => $"seat {code}";
}
