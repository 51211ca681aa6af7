using System.IO.Compression;

namespace Participation.Documents.Reports;

/// <summary>
/// Writes an Office file whose table is longer than memory should hold. The SDK makes the whole file with one empty row; it would
/// also keep a long part in memory until the end (600 MB for 100,000 rows), so that the rows are written straight into the archive.
/// </summary>
static class StreamedPackage
{
    /// <param name="skeleton">The file as the SDK makes it.</param>
    /// <param name="part">Path of the part, inside the archive, that holds the rows.</param>
    /// <param name="row">The element there in whose place the rows go.</param>
    public static async Task Write(Stream to, byte[] skeleton, string part, string row, Func<Utf8Rows, Task> writeRows, CancellationToken ct)
    {
        await using var archive = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        await using var made = await ZipArchive.CreateAsync(new MemoryStream(skeleton), ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, ct);
        foreach (var entry in made.Entries.Where(e => e.FullName != part)) await Copy(entry, archive, ct);

        var around = (await Text(made.GetEntry(part)!, ct)).Split(row);
        await using var stream = await archive.CreateEntry(part, CompressionLevel.Fastest).OpenAsync(ct);
        var rows = new Utf8Rows(stream);
        rows.Write(around[0]);
        await writeRows(rows);
        rows.Write(around[1]);
        await rows.GiveOn(ct);
    }

    static async Task Copy(ZipArchiveEntry entry, ZipArchive archive, CancellationToken ct)
    {
        await using var from = await entry.OpenAsync(ct);
        await using var to = await archive.CreateEntry(entry.FullName).OpenAsync(ct);
        await from.CopyToAsync(to, ct);
    }

    static async Task<string> Text(ZipArchiveEntry entry, CancellationToken ct)
    {
        using var reader = new StreamReader(await entry.OpenAsync(ct));
        return await reader.ReadToEndAsync(ct);
    }
}
