namespace Participation.Documents.Uploads;

/// <summary>A table as somebody made it in a spreadsheet: its first row and what stands beneath.</summary>
public sealed record Sheet(IReadOnlyList<string> Header, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>The longest table that is read.</summary>
    public const int RowsAtMost = 20_000;
}

/// <param name="Line">As the spreadsheet or an editor counts.</param>
/// <param name="Fault">Why the row can't be trusted, as a code; null when it can.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells, string? Fault = null)
{
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column].Trim() : "";

    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}
