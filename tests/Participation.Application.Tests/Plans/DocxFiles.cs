using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Participation.Application.Tests.Plans;

/// <summary>Word documents made for a test.</summary>
static class DocxFiles
{
    public static byte[] Of(params OpenXmlElement[] body) => Of([], body);

    public static byte[] Of(Style[] styles, OpenXmlElement[] body)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(body));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(styles.Cast<OpenXmlElement>());
        }
        return file.ToArray();
    }

    public static Paragraph P(string text, string? style = null) =>
        new(new ParagraphProperties { ParagraphStyleId = style is null ? null : new() { Val = style } }, R(text));

    public static Run R(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    public static Paragraph Point(string text) =>
        new(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })), R(text));

    public static Table Table(params string[][] rows) =>
        new(rows.Select(row => new TableRow(row.Select(cell => new TableCell(P(cell))))));

    public static Style Style(string id, string name, string? basedOn = null) =>
        new() { StyleId = id, StyleName = new() { Val = name }, BasedOn = basedOn is null ? null : new() { Val = basedOn }, Type = StyleValues.Paragraph };

    /// <summary>A package with one entry written as given instead of Word's.</summary>
    public static byte[] With(byte[] docx, string entry, Action<Stream> write)
    {
        using var file = new MemoryStream();
        file.Write(docx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(entry)?.Delete();
            using var stream = zip.CreateEntry(entry, CompressionLevel.SmallestSize).Open();
            write(stream);
        }
        return file.ToArray();
    }
}
