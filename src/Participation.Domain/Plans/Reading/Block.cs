namespace Participation.Domain.Plans.Reading;

/// <summary>Lines that belong together: a heading, a paragraph, a point, or the rows of a table.</summary>
sealed class Block
{
    public required string Text { get; init; }
    public bool Dash { get; init; }
    public int Lines { get; init; } = 1;

    /// <summary>Empty lines before it; two or more are a new page or a figure that could not be pulled out.</summary>
    public int BlanksBefore { get; init; }
    public bool Indented { get; init; }
    public NumberMark? Mark { get; init; }
    public IReadOnlyList<string[]> Rows { get; init; } = [];

    public bool IsTable => Rows.Count > 0;
    public string Rest => Mark is null ? Text : Text[Mark.Length..].TrimStart();
}
