using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Participation.Documents.Reports;
using Column = Participation.Documents.Reports.Column;

namespace Participation.Documents.Xlsx;

/// <summary>A report as a workbook: its facts on a sheet of their own, its table on a clean one, ready to sort and to print.</summary>
public static class XlsxReport
{
    /// <summary>As many as Excel takes in a cell.</summary>
    const int CellAtMost = 32_767;

    /// <summary>Points: a line of text, and as high as Excel lets a row be.</summary>
    const int LineHigh = 14, HighAtMost = 400;

    /// <summary>In place of what does not fit; the CSV has all of it.</summary>
    const string CutShort = "…（長いため、ここまで。全文はCSVにあります）";

    static readonly Markup HeadCell = Markup.Of(XlsxSkeleton.Text(Markup.Place, XlsxStyles.Header));
    /// <summary>Text is text, whatever it begins with: nothing here is ever run as a formula.</summary>
    static readonly Markup TextCell = Markup.Of(XlsxSkeleton.Text(Markup.Place, XlsxStyles.Body));
    static readonly Markup NumberCell = Markup.Of(new Cell(new CellValue(Markup.Place)) { StyleIndex = XlsxStyles.Body });

    /// <summary>Of a row, by its lines, as high as they are: not every program works that out for itself.</summary>
    static readonly byte[][] Openings =
        [.. Enumerable.Range(0, HighAtMost / LineHigh + 2).Select(lines => lines < 2 ? "<x:row>"u8.ToArray() : Encoding.UTF8.GetBytes($"<x:row ht=\"{HighOf(lines)}\" customHeight=\"1\">"))];

    static ReadOnlySpan<byte> RowEnd => "</x:row>"u8;

    public static Task Write(Stream to, Report report, CancellationToken ct) => StreamedPackage.Write(
        to, XlsxSkeleton.Of(report), XlsxSkeleton.TablePart, XlsxSkeleton.RowsHere, async sheet =>
        {
            // Arrays, because a million cells are asked for through an interface otherwise, each by a call.
            var columns = report.Columns.ToArray();
            var cells = new string?[columns.Length];
            sheet.Write(Openings[1]);
            foreach (var column in columns) WriteCell(sheet, HeadCell, column.Name);
            sheet.Write(RowEnd);
            await foreach (var row in report.Rows.WithCancellation(ct))
            {
                for (var i = 0; i < cells.Length; i++) cells[i] = row[i];
                WriteRow(sheet, columns, cells);
                await sheet.EndRow(ct);
            }
        }, ct);

    [MethodImpl(Compile.AtOnce)]
    static void WriteRow(Utf8Rows sheet, Column[] columns, string?[] row)
    {
        sheet.Write(Openings[Math.Min(LinesOf(columns, row), Openings.Length - 1)]);
        for (var i = 0; i < row.Length; i++) WriteCell(sheet, MarkupOf(columns[i], row[i]), row[i] ?? "");
        sheet.Write(RowEnd);
    }

    [MethodImpl(Compile.AtOnce)]
    static int LinesOf(Column[] columns, string?[] row)
    {
        var lines = 1;
        for (var i = 0; i < row.Length; i++)
            if (row[i] is { } text && (text.Length > columns[i].Width || text.Contains('\n', StringComparison.Ordinal))) lines = Math.Max(lines, LinesOf(text, columns[i].Width));
        return lines;
    }

    public static int HighOf(int lines) => Math.Min(HighAtMost, lines * LineHigh + 2);

    [MethodImpl(Compile.AtOnce)]
    public static int LinesOf(ReadOnlySpan<char> text, int width)
    {
        var lines = 0;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
        {
            lines += LinesOf(end, width);
            text = text[(end + 1)..];
        }
        return lines + LinesOf(text.Length, width);
    }

    static int LinesOf(int length, int width) => 1 + Math.Max(0, length - 1) / width;

    [MethodImpl(Compile.AtOnce)]
    static void WriteCell(Utf8Rows sheet, Markup cell, string text)
    {
        sheet.Write(cell.Before);
        sheet.WriteText(Fit(text));
        sheet.Write(cell.After);
    }

    [MethodImpl(Compile.AtOnce)]
    static Markup MarkupOf(Column column, string? cell) =>
        column.Number && double.TryParse(cell, CultureInfo.InvariantCulture, out _) ? NumberCell : TextCell;

    static string Fit(string text) => text.Length <= CellAtMost ? text : text[..(CellAtMost - CutShort.Length)] + CutShort;
}
