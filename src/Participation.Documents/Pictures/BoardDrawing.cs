namespace Participation.Documents.Pictures;

/// <summary>A board as it is drawn: columns beside each other, in each cards and stacks of cards one below the other.</summary>
/// <param name="Links">Cards that are linked, by their names.</param>
public sealed record BoardDrawing(string Title, IReadOnlyList<DrawnColumn> Columns, IReadOnlyList<(string, string)>? Links = null);

public sealed record DrawnColumn(string Name, IReadOnlyList<DrawnStack> Stacks);

/// <param name="Title">Null for a card that stands alone.</param>
public sealed record DrawnStack(string? Title, IReadOnlyList<DrawnCard> Cards);

/// <param name="Paper">Its colour, as <c>#fff3b0</c>.</param>
/// <param name="Edge">The colour of its edge.</param>
/// <param name="Foot">Stands beneath the words; null for nothing.</param>
/// <param name="Name">What links call it.</param>
public sealed record DrawnCard(string Text, string Paper, string Edge, string? Foot = null, string? Name = null);
