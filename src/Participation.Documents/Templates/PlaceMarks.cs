using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Participation.Documents.Templates;

/// <summary>
/// Where a template has its places: <c>{{案件名}}</c> in a line, with half-width or full-width braces, or a content control whose tag
/// is the place's name.
/// </summary>
static partial class PlaceMarks
{
    /// <summary>Body, headers and footers.</summary>
    public static IEnumerable<OpenXmlPartRootElement> Roots(MainDocumentPart main) =>
        main.HeaderParts.Select(p => (OpenXmlPartRootElement)p.Header).Concat(main.FooterParts.Select(p => p.Footer)).Prepend(main.Document);

    /// <summary>Controls with a tag of their own; those that Word makes for a table of contents have a gallery instead.</summary>
    public static IReadOnlyList<(SdtElement Control, string Name)> Controls(OpenXmlElement root) =>
    [
        .. root.Descendants<SdtElement>().Where(c => c.SdtProperties?.GetFirstChild<SdtContentDocPartObject>() is null)
            .Select(c => (c, Name: Plain(c.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value ?? ""))).Where(c => c.Name.Length > 0),
    ];

    /// <summary>Lines with marks, outside of those controls.</summary>
    public static IReadOnlyList<MarkedLine> Lines(OpenXmlElement root)
    {
        var controls = Controls(root).Select(c => c.Control).ToHashSet();
        return [.. root.Descendants<Paragraph>().Where(p => !p.Ancestors<SdtElement>().Any(controls.Contains)).Select(p => new MarkedLine(p)).Where(l => l.HasMarks)];
    }

    /// <summary>As it is compared: 案件名 however wide it was typed.</summary>
    public static string Plain(string name) => name.Normalize(NormalizationForm.FormKC).Trim();

    [GeneratedRegex("[{｛]{2}([^{}｛｝]{0,60})[}｝]{2}")]
    public static partial Regex Mark();

    [GeneratedRegex("[{｛]{2}|[}｝]{2}")]
    public static partial Regex Brace();
}
