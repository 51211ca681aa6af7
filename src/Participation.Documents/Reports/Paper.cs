namespace Participation.Documents.Reports;

/// <summary>A short paper on A4, upright: headings, lines and small tables.</summary>
public sealed record Paper(string Title, IReadOnlyList<PaperBlock> Blocks, DateTimeOffset Made);

/// <summary>A piece of a paper.</summary>
public abstract record PaperBlock;

public sealed record PaperHeading(string Text) : PaperBlock;

public sealed record PaperLine(string Text) : PaperBlock;

/// <summary>A table that fits a page; its head is repeated where it does not.</summary>
/// <param name="Sums">Rows, by their place, that sum up others: they are shaded as the head is.</param>
public sealed record PaperTable(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlySet<int>? Sums = null) : PaperBlock;
