using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Participation.Documents.Docx;

namespace Participation.Documents.Templates;

/// <summary>A place that a template may name.</summary>
/// <param name="IsTable">It stands on a line of its own.</param>
public sealed record TemplatePlace(string Name, bool IsTable);

/// <summary>Looks through a city's own docx: it is read by its content, whatever its name says.</summary>
public static class DocxTemplate
{
    public const int LargestFile = 5 * 1024 * 1024;

    /// <returns>The places that it names, each once.</returns>
    /// <exception cref="UnfitTemplateException">It is no docx, can run something, reaches elsewhere, tells of its writers, or names a place that is not there.</exception>
    public static IReadOnlyList<string> Check(byte[] file, IReadOnlyList<TemplatePlace> places)
    {
        if (file.Length > LargestFile) throw new UnfitTemplateException("template-too-large");
        return Read(file, document =>
        {
            TemplateSafety.Check(document);
            var known = places.ToDictionary(p => p.Name);
            var used = new HashSet<string>(StringComparer.Ordinal);
            foreach (var root in PlaceMarks.Roots(document.MainDocumentPart!))
            {
                foreach (var (control, name) in PlaceMarks.Controls(root)) Use(name, control is SdtBlock);
                foreach (var line in PlaceMarks.Lines(root))
                {
                    if (line.IsBroken) throw new UnfitTemplateException("template-braces", Short(line.Words));
                    foreach (var name in line.Names) Use(name, line.IsAlone && root is Document);
                }
            }
            if (used.Count is 0) throw new UnfitTemplateException("template-no-place");
            return used.ToList();

            void Use(string name, bool alone)
            {
                if (!known.TryGetValue(name, out var place)) throw new UnfitTemplateException("template-place", Short(name));
                if (place.IsTable && !alone) throw new UnfitTemplateException("template-table-alone", name);
                used.Add(name);
            }
        });
    }

    static T Read<T>(byte[] file, Func<WordprocessingDocument, T> read)
    {
        using var package = new MemoryStream();
        package.Write(file);
        package.Position = 0;
        try
        {
            PackageGuard.Check(package);
            // Whether or not anything in the file leads to it.
            using (var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
                if (zip.Entries.Any(e => e.FullName.Contains("vba", StringComparison.OrdinalIgnoreCase))) throw new UnfitTemplateException("template-macro");
            package.Position = 0;
            using var document = WordprocessingDocument.Open(package, isEditable: false, new OpenSettings { AutoSave = false });
            return document.MainDocumentPart?.Document?.Body is null ? throw new UnfitTemplateException("template-not-docx") : read(document);
        }
        catch (UnreadableDocumentException unreadable)
        {
            throw new UnfitTemplateException(unreadable.Reason is UnreadableReason.TooLarge ? "template-too-large" : "template-not-docx", "", unreadable);
        }
        catch (Exception problem) when (problem is InvalidDataException or XmlException or OpenXmlPackageException or FileFormatException
            or IOException or InvalidOperationException or FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new UnfitTemplateException("template-not-docx", "", problem);
        }
    }

    static string Short(string words) => words.Length <= 40 ? words : words[..40] + "…";
}
