using System.Text.Json;

namespace Participation.Client;

/// <summary>An event of a live stream.</summary>
/// <param name="Stream">For example <c>consultation:plan-2030</c>.</param>
/// <param name="Sequence">Gap-free per stream; for an <c>opinion.received</c> also the opinion's own.</param>
/// <param name="Kind">For example <c>opinion.received</c>, <c>submission.withdrawn</c>.</param>
/// <param name="At">When it was committed.</param>
/// <param name="Data">Ids and anchors; words are read from the API.</param>
public sealed record LiveEvent(string Stream, long Sequence, string Kind, DateTimeOffset At, JsonElement Data);
