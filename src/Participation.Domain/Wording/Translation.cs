namespace Participation.Domain.Wording;

/// <summary>One thing that the city wrote, said again in another language. What is not said again stands as it was written.</summary>
/// <param name="Language">A language of the pages: <c>en</c>, <c>ja-easy</c>.</param>
/// <param name="Field">As the API spells it: <c>title</c>, <c>phases[素案]</c>.</param>
public sealed record Translation(string Language, string Field, string Text);
