namespace Participation.Domain.Consultations;

/// <summary>What was changed of a call after it was announced (募集内容の変更); shown to the public.</summary>
/// <param name="Changed">The settings, as the API spells them: <c>title</c>, <c>closes</c>.</param>
/// <param name="Opened">The window before, where it moved.</param>
/// <param name="Closed">Its end before, where it moved.</param>
public sealed record Amendment(DateTimeOffset At, IReadOnlyList<string> Changed, string? Reason, DateTimeOffset? Opened, DateTimeOffset? Closed);
