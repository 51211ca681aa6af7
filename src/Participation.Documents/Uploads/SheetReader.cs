using Participation.Documents.Csv;

namespace Participation.Documents.Uploads;

/// <summary>Reads a small table, CSV or xlsx: the bytes say which, whatever the file is called.</summary>
public static class SheetReader
{
    /// <exception cref="UnreadableTableException">It is neither, damaged, too large, or in another code page.</exception>
    public static Sheet Read(byte[] bytes)
    {
        var sheet = bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? XlsxSheet.Read(bytes) : CsvSheet.Read(bytes);
        if (sheet.Rows.Count is 0) throw new UnreadableTableException("csv-empty", 0);
        return sheet;
    }
}
