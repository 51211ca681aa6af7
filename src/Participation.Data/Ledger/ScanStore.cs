using System.Security.Cryptography;

namespace Participation.Data.Ledger;

/// <summary>What a scan may be and where it lies (<c>Scans:*</c>).</summary>
/// <param name="Folder">Outside the web root.</param>
public sealed record ScanOptions(string Folder, int LargestMegabytes = 10, int MostOfOne = 20)
{
    public long LargestBytes => LargestMegabytes * 1024L * 1024;
}

/// <summary>Files of scans: each under a random name, written whole or not at all.</summary>
public sealed class ScanStore(ScanOptions options)
{
    public ScanOptions Options => options;

    /// <returns>The file's name, which says nothing of what is in it.</returns>
    public async Task<string> Put(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await Write(PathOf(name), bytes, ct);
        return name;
    }

    /// <summary>Who reads it meanwhile has the one or the other whole.</summary>
    public async Task Replace(string name, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        // Removed meanwhile, it stays removed.
        if (File.Exists(PathOf(name))) await Write(PathOf(name), bytes, ct);
    }

    static async Task Write(string path, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using (var file = new FileStream(path + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(bytes, ct);
            file.Flush(flushToDisk: true);
        }
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <returns>Null when it is not there any more.</returns>
    public Stream? Open(string name) => File.Exists(PathOf(name))
        ? new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous)
        : null;

    public void Remove(string name) => File.Delete(PathOf(name));

    // Names are ours alone, but a name from a damaged database must not lead elsewhere.
    string PathOf(string name) => name.All(char.IsAsciiHexDigitLower) && name.Length > 2
        ? Path.Combine(options.Folder, name[..2], name)
        : throw new InvalidOperationException("No name of a scan.");
}
