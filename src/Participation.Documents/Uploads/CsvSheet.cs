using System.Text;
using CsvHelper;
using Participation.Documents.Csv;

namespace Participation.Documents.Uploads;

/// <summary>A CSV in UTF-8 (with or without its mark) or in CP932, as Excel in Japan saves it.</summary>
static class CsvSheet
{
    /// <summary>What a wrong code page leaves behind: the sign for "no character", and half-width katakana in rows, as EUC-JP looks when read so.</summary>
    const char Lost = '\uFFFD';

    static readonly CsvReaderOptions Lenient = new()
    {
        HasHeader = false, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static Sheet Read(byte[] bytes)
    {
        if (bytes.AsSpan().Contains((byte)0)) throw new UnreadableTableException("sheet-unknown", 0);
        var text = Decode(bytes);
        using var csv = CsvReader.FromText(text, Lenient);
        var rows = new List<SheetRow>();
        IReadOnlyList<string>? header = null;
        try
        {
            while (csv.Read())
            {
                string[] cells = [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i))];
                if (header is null) header = [.. cells.Select(c => c.Trim())];
                else
                {
                    var row = new SheetRow((int)csv.LineNumber, cells, FaultOf(cells, header.Count));
                    if (!row.IsEmpty) rows.Add(row);
                    if (rows.Count > Sheet.RowsAtMost) throw new UnreadableTableException("sheet-too-long", 0);
                }
            }
        }
        catch (CsvFormatException malformed)
        {
            throw new UnreadableTableException("csv-row", (int)malformed.LineNumber);
        }
        return new(header ?? [], rows);
    }

    static string? FaultOf(string[] cells, int columns) =>
        cells.Any(c => c.Contains(Lost)) ? "sheet-code-page" : cells.Skip(columns).Any(c => !string.IsNullOrWhiteSpace(c)) ? "sheet-columns" : null;

    static string Decode(byte[] bytes)
    {
        var mark = Encoding.UTF8.Preamble;
        foreach (var encoding in new[] { Utf8, Cp932 })
        {
            try
            {
                var text = encoding.GetString(bytes.AsSpan().StartsWith(mark) ? bytes.AsSpan(mark.Length) : bytes);
                if (encoding != Cp932 || !LooksLikeAnother(text)) return text;
            }
            catch (DecoderFallbackException)
            {
                // The next one, then.
            }
        }
        throw new UnreadableTableException("sheet-code-page-file", 0);
    }

    /// <summary>EUC-JP read as CP932 is mostly half-width katakana; nobody writes so.</summary>
    static bool LooksLikeAnother(string text)
    {
        var wide = text.Where(c => c > 0x7F).ToList();
        return wide.Count > 0 && wide.Count(c => c is >= '｡' and <= 'ﾟ') * 2 > wide.Count;
    }
}
