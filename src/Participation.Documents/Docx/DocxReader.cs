using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Participation.Documents.Docx;

/// <summary>Reads a Word document's body as simple blocks.</summary>
public static class DocxReader
{
    /// <exception cref="UnreadableDocumentException">The file is not a docx, is protected, damaged or too large.</exception>
    public static IReadOnlyList<DocxBlock> Read(Stream file)
    {
        using var package = Buffer(file);
        try
        {
            PackageGuard.Check(package);
            return Open(package);
        }
        catch (Exception problem) when (problem is InvalidDataException or XmlException or OpenXmlPackageException or FileFormatException
            or IOException or InvalidOperationException or FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            // What the zip, the packaging and the Open XML libraries throw at a file that is not as it should be.
            throw new UnreadableDocumentException(UnreadableReason.Damaged, problem);
        }
    }

    static IReadOnlyList<DocxBlock> Open(MemoryStream package)
    {
        // Newer shapes come with a copy for older programs: this keeps one of the two, or every word in them would stand twice.
        var settings = new OpenSettings
        {
            AutoSave = false,
            MarkupCompatibilityProcessSettings = new(MarkupCompatibilityProcessMode.ProcessAllParts, FileFormatVersions.Office2019),
        };
        using var document = WordprocessingDocument.Open(package, isEditable: false, settings);
        var main = document.MainDocumentPart;
        if (main?.Document?.Body is not { } body) throw new UnreadableDocumentException(UnreadableReason.NotDocx);
        return new BodyReader(main).Read(body);
    }

    static MemoryStream Buffer(Stream file)
    {
        var package = new MemoryStream();
        using var limited = new CountingStream(file, _ =>
        {
            if (package.Length > PackageGuard.LargestPackage) throw new UnreadableDocumentException(UnreadableReason.TooLarge);
        });
        limited.CopyTo(package);
        package.Position = 0;
        return package;
    }
}
