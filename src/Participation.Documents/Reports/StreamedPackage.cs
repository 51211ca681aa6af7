using System.IO.Compression;
using System.Text;

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
    public static async Task Write(Stream to, byte[] skeleton, string part, string row, Func<TextWriter, Task> writeRows)
    {
        await using var archive = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null);
        await using var made = await ZipArchive.CreateAsync(new MemoryStream(skeleton), ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null);
        foreach (var entry in made.Entries.Where(e => e.FullName != part)) await Copy(entry, archive);

        var around = (await Text(made.GetEntry(part)!)).Split(row);
        await using var stream = await archive.CreateEntry(part, CompressionLevel.Fastest).OpenAsync();
        await using var text = new StreamWriter(stream, new UTF8Encoding(false), 64 * 1024);
        await text.WriteAsync(around[0]);
        await writeRows(text);
        await text.WriteAsync(around[1]);
    }

    static async Task Copy(ZipArchiveEntry entry, ZipArchive archive)
    {
        await using var from = await entry.OpenAsync();
        await using var to = await archive.CreateEntry(entry.FullName).OpenAsync();
        await from.CopyToAsync(to);
    }

    static async Task<string> Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
