using System.Runtime.CompilerServices;
using System.Text;
using Participation.Documents.Reports;

namespace Participation.Documents.Csv;

/// <summary>Writes rows as CSV (RFC 4180) as fast as they come: a quote where one is needed, and nothing made anew for each cell.</summary>
static class CsvWriting
{
    public static async Task Write(Stream to, IReadOnlyList<string> header, IAsyncEnumerable<IReadOnlyList<string?>> rows, CancellationToken ct)
    {
        var lines = new Utf8Rows(to);
        lines.Write(Encoding.UTF8.Preamble);
        WriteRow(lines, header, guard: false);
        await foreach (var row in rows.WithCancellation(ct))
        {
            WriteRow(lines, row, guard: true);
            await lines.EndRow(ct);
        }
        await lines.GiveOn(ct);
    }

    [MethodImpl(Compile.AtOnce)]
    static void WriteRow(Utf8Rows to, IReadOnlyList<string?> row, bool guard)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0) to.Write(","u8);
            WriteCell(to, row[i], guard);
        }
        to.Write("\r\n"u8);
    }

    [MethodImpl(Compile.AtOnce)]
    static void WriteCell(Utf8Rows to, ReadOnlySpan<char> cell, bool guard)
    {
        if (cell.IsEmpty) return;
        var guarded = guard && Runs(cell[0]);
        if (cell.IndexOfAny("\",\r\n") < 0)
        {
            if (guarded) to.Write("'"u8);
            to.Write(cell);
            return;
        }
        to.Write(guarded ? "\"'"u8 : "\""u8);
        for (var at = cell.IndexOf('"'); at >= 0; at = cell.IndexOf('"'))
        {
            to.Write(cell[..(at + 1)]);
            to.Write("\""u8);
            cell = cell[(at + 1)..];
        }
        to.Write(cell);
        to.Write("\""u8);
    }

    /// <summary>A cell that begins so is written as text, with an apostrophe before it; Japanese input runs the full-width kin too.</summary>
    static bool Runs(char first) => first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r';
}
