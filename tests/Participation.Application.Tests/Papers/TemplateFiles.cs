using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Participation.Application.Tests.Papers;

/// <summary>Word documents as a city might send them.</summary>
static class TemplateFiles
{
    /// <summary>Each line is a paragraph; what stands between bars is a run of its own.</summary>
    public static byte[] Of(params string[] lines) => With(_ => { }, lines);

    public static byte[] With(Action<WordprocessingDocument> more, params string[] lines) => With(WordprocessingDocumentType.Document, more, lines);

    public static byte[] With(WordprocessingDocumentType type, Action<WordprocessingDocument> more, params string[] lines)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, type))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new(new Body(lines.Select(line => new Paragraph(line.Split('|').Select(run => new Run(new Text(run) { Space = SpaceProcessingModeValues.Preserve }))))));
            more(document);
        }
        return file.ToArray();
    }

    /// <summary>A content control of one line.</summary>
    public static SdtBlock Control(string tag, string hint) => new(
        new SdtProperties(new Tag { Val = tag }, new ShowingPlaceholder()), new SdtContentBlock(new Paragraph(new Run(new Text(hint)))));

    /// <summary>A docx by its name and its type, with a macro hidden in it.</summary>
    public static byte[] Macro()
    {
        using var file = new MemoryStream();
        file.Write(Of("{{案件名}}"));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        using (var macro = zip.CreateEntry("word/vbaProject.bin").Open()) macro.Write([1, 2, 3]);
        return file.ToArray();
    }

    public static byte[] Linked() => With(document => document.MainDocumentPart!.AddExternalRelationship(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("https://elsewhere.example/picture.png")), "{{案件名}}");

    public static byte[] AttachedElsewhere() => With(document =>
    {
        var settings = document.MainDocumentPart!.AddNewPart<DocumentSettingsPart>();
        settings.Settings = new(new AttachedTemplate { Id = "rId1" });
        settings.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("file://server/share/form.dotm"), "rId1");
    }, "{{案件名}}");

    public static byte[] Field(params string[] pieces) => With(document => document.MainDocumentPart!.Document.Body!.Append(new Paragraph(
        [new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), .. pieces.Select(p => new Run(new FieldCode(p))), new Run(new FieldChar { FieldCharType = FieldCharValues.End })])), "{{案件名}}");

    public static byte[] Tracked() => With(document => document.MainDocumentPart!.Document.Body!.Append(new Paragraph(
        new InsertedRun(new Run(new Text("加えた"))) { Author = "担当者", Id = "1" })), "{{案件名}}");

    public static byte[] Remarked() => With(document => document.MainDocumentPart!.AddNewPart<WordprocessingCommentsPart>().Comments =
        new(new Comment(new Paragraph(new Run(new Text("ここは？")))) { Author = "担当者", Id = "1" }), "{{案件名}}");

    public static byte[] Embedded() => With(document => document.MainDocumentPart!.AddEmbeddedPackagePart(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").FeedData(new MemoryStream([1, 2, 3])), "{{案件名}}");
}
