using System.Text.Unicode;
using CsvHelper;

namespace Participation.Documents.Csv;

/// <summary>Tables as CSV: UTF-8 with BOM (spreadsheets ask for it), and no cell that a spreadsheet would run.</summary>
public static class CsvTable
{
    static readonly CsvReaderOptions Strict = new()
    {
        HasHeader = true, TrimWhitespace = true, TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    /// <summary>Writes rows as they come; the stream stays open.</summary>
    public static Task Write(Stream to, IReadOnlyList<string> header, IAsyncEnumerable<IReadOnlyList<string?>> rows, CancellationToken ct) =>
        CsvWriting.Write(to, header, rows, ct);

    /// <summary>Reads the whole of a small table. Its first row must have the columns of <paramref name="header"/>, in any order.</summary>
    /// <exception cref="UnreadableTableException">Not UTF-8, another header, or a row that is not one.</exception>
    public static IReadOnlyList<CsvRow> Read(byte[] bytes, IReadOnlyList<string> header)
    {
        if (!Utf8.IsValid(bytes)) throw new UnreadableTableException("csv-encoding", 0);
        using var csv = CsvReader.Create(bytes, Strict);
        try
        {
            csv.ReadHeader();
            var places = header.Select(name => csv.TryGetFieldIndex(name, out var place) ? place : -1).ToArray();
            if (places.Contains(-1)) throw new UnreadableTableException("csv-header", 1);
            var rows = new List<CsvRow>();
            while (csv.Read())
                rows.Add(new((int)csv.LineNumber, header.Select((name, i) => (name, Cell: csv.GetString(places[i]))).ToDictionary(c => c.name, c => c.Cell)));
            return rows;
        }
        catch (CsvFormatException malformed)
        {
            throw new UnreadableTableException("csv-row", (int)malformed.LineNumber);
        }
    }
}

/// <summary>A row by its columns. <see cref="Line"/> is where an editor shows it: empty lines and line ends within quotes are counted.</summary>
public sealed record CsvRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells[column];
}

/// <summary>A table can't be read: <see cref="Reason"/> is a code, <see cref="Line"/> where (0 when nowhere in particular).</summary>
public sealed class UnreadableTableException(string reason, int line) : Exception(reason)
{
    public string Reason => Message;

    public int Line { get; } = line;
}
