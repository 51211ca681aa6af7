namespace Participation.Domain.Live;

/// <summary>Something others must hear of. <paramref name="Data"/> is JSON with ids and anchors only: words are read, not sent.</summary>
public sealed record News(string Stream, string Kind, string Data);
