using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Domain.Boards;

namespace Participation.Application.Boards;

/// <summary>A note as those may see it who see it at all.</summary>
/// <param name="HeldUntil">Somebody drags it until then.</param>
/// <param name="Links">Notes that it is linked with, null for none; a link is seen by whoever sees both.</param>
/// <param name="Supports">How many others would ask it too; null where it is not a question.</param>
/// <param name="Words">Of a question: tells its words from others (<see cref="NoteText.Mark"/>), for whoever supports them.</param>
public sealed record NoteView(
    Guid Id, Guid Board, int Column, string Position, NoteColour Colour, string Text, string? Author, Guid? Cluster, bool Parked, bool Answered,
    DateTimeOffset? HeldUntil, int Version, IReadOnlyList<Guid>? Links, int? Supports, string? Words)
{
    public static NoteView Of(Note n, int? supports) => new(
        n.Id, n.BoardId, n.Column, n.Position, n.Colour, n.Text, n.Author, n.ClusterId, n.IsParked, n.IsAnswered, n.HeldUntil, n.Version,
        n.Links.Count > 0 ? n.Links : null, supports, supports is null ? null : NoteText.Mark(n.Text));
}

public sealed record ClusterView(Guid Id, Guid Board, string Title, bool Gone)
{
    public static ClusterView Of(Cluster c) => new(c.Id, c.BoardId, c.Title, c.IsGone);
}

public sealed record BoardView(Guid Id, string Question, BoardTemplate Template, IReadOnlyList<string> Columns)
{
    public static BoardView Of(Board b) => new(b.Id, b.Question, b.Template, b.Columns);
}

/// <summary>A session as everybody may see it.</summary>
public sealed record SessionView(
    string Code, string Title, string? Space, bool Anonymous, BoardStage Stage, bool Locked, bool Paused, DateTimeOffset? TimerEnds, Guid? Spotlight,
    int DotsPerSeat, DateTimeOffset OpenedAt, DateTimeOffset ClosesAt, bool Over, bool Published, IReadOnlyList<string> Decisions, IReadOnlyList<BoardView> Boards)
{
    public static SessionView Of(WorkshopSession s, DateTimeOffset now) => new(
        s.Code, s.Title, s.Space, s.IsAnonymous, s.Stage, s.IsLocked, s.IsPaused, s.TimerEnds, s.Spotlight, s.DotsPerSeat, s.OpenedAt, s.ClosesAt,
        s.IsOverAt(now), s.PublishedAt is not null, s.Decisions, [.. s.Boards.OrderBy(b => b.Place).Select(BoardView.Of)]);
}

/// <summary>How boards are written as JSON, on the stream and in a snapshot alike.</summary>
public static class BoardJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
