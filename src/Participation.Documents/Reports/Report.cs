namespace Participation.Documents.Reports;

/// <summary>A report: a title, what stands above the table, and a table of any length, whose rows are read once as they come.</summary>
/// <param name="Made">When, as it is written into the file.</param>
/// <param name="Empty">Said on paper where the rows would stand, when there are none.</param>
public sealed record Report(
    string Title, IReadOnlyList<Fact> Facts, IReadOnlyList<Column> Columns, IAsyncEnumerable<IReadOnlyList<string?>> Rows, DateTimeOffset Made, string? Empty = null);

/// <summary>A line above the table: 募集期間 and its days.</summary>
public sealed record Fact(string Name, string Value);

/// <param name="Width">In characters of a Japanese text.</param>
/// <param name="Number">Whether its cells are figures to reckon with.</param>
public sealed record Column(string Name, int Width, bool Number = false);
