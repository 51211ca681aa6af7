using System.IO.Compression;
using System.Xml;

namespace Participation.Documents.Docx;

/// <summary>
/// Looks a package through before any library opens it: a docx is a zip, and a zip of a few kilobytes can unpack to more than
/// the machine has. Sizes are counted while unpacking; what the zip says about itself is not believed.
/// </summary>
static class PackageGuard
{
    public const int LargestPackage = 20 * 1024 * 1024;
    const long LargestUnpacked = 100L * 1024 * 1024;
    const long LargestXml = 40L * 1024 * 1024;
    const int MostEntries = 2000;
    // Text packs 10 to 1 and, in long tables, 50 to 1; a bomb packs 1000 to 1.
    const int HighestRatio = 200;
    const int RatioMattersFrom = 1024 * 1024;
    // Deeper nesting would overflow the stack of a reader that calls itself, and an overflow ends the program.
    const int DeepestElement = 200;

    /// <param name="main">How the name of the part begins that makes it the kind of document it should be.</param>
    public static void Check(MemoryStream package, string main = "word/document")
    {
        if (StartsWith(package, 0xD0, 0xCF, 0x11, 0xE0)) throw new UnreadableDocumentException(UnreadableReason.EncryptedOrLegacy);
        if (!StartsWith(package, 0x50, 0x4B, 0x03, 0x04)) throw new UnreadableDocumentException(UnreadableReason.NotDocx);
        using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MostEntries) throw new UnreadableDocumentException(UnreadableReason.TooLarge);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            // Two entries of one name: this check could see one, and the library read the other.
            if (!names.Add(entry.FullName)) throw new UnreadableDocumentException(UnreadableReason.Damaged);
            using var content = Counted(entry);
            content.CopyTo(Stream.Null);
        }
        // Only now that every size is known: reading XML holds its longest text in memory.
        foreach (var entry in zip.Entries.Where(entry => IsXml(entry.FullName))) CheckXml(entry);
        // Some writers number their parts: word/document2.xml.
        if (!names.Contains("[Content_Types].xml") || !names.Any(name => name.StartsWith(main, StringComparison.OrdinalIgnoreCase)))
            throw new UnreadableDocumentException(UnreadableReason.NotDocx);
        package.Position = 0;

        CountingStream Counted(ZipArchiveEntry entry)
        {
            long inXml = 0;
            return new(entry.Open(), read =>
            {
                unpacked += read;
                if (IsXml(entry.FullName)) inXml += read;
                if (unpacked > LargestUnpacked || inXml > LargestXml || unpacked > RatioMattersFrom && unpacked > package.Length * HighestRatio)
                    throw new UnreadableDocumentException(UnreadableReason.TooLarge);
            });
        }
    }

    static void CheckXml(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        // A document type could draw in files from elsewhere, or grow without end: Word writes none, so none is read.
        using var xml = XmlReader.Create(content, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (xml.Read())
            if (xml.Depth > DeepestElement) throw new UnreadableDocumentException(UnreadableReason.Damaged);
    }

    static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    static bool StartsWith(MemoryStream package, params ReadOnlySpan<byte> signature) =>
        package.GetBuffer().AsSpan(0, (int)package.Length).StartsWith(signature);
}
