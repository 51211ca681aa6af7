using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Participation.Documents.Docx;
using Participation.Documents.Reports;

namespace Participation.Documents.Templates;

/// <summary>What stands in a place: words, or a table.</summary>
public sealed record PlaceFilling(string Words, PaperTable? Table = null);

/// <summary>Fills a template that was checked; everything else in it stays as the city made it.</summary>
public static class TemplateFilling
{
    /// <param name="template">As <see cref="DocxTemplate.Check"/> let it pass.</param>
    /// <param name="fillings">By the names of the places that it uses.</param>
    public static async Task Write(Stream to, byte[] template, string title, DateTimeOffset made, IReadOnlyDictionary<string, PlaceFilling> fillings, CancellationToken ct)
    {
        using var file = new MemoryStream();
        file.Write(template);
        file.Position = 0;
        using (var document = WordprocessingDocument.Open(file, isEditable: true))
        {
            var main = document.MainDocumentPart!;
            var wide = TextWide(main.Document);
            foreach (var root in PlaceMarks.Roots(main))
            {
                // Both are looked up before either is filled: what citizens wrote is never read for marks.
                var (controls, lines) = (PlaceMarks.Controls(root), PlaceMarks.Lines(root));
                foreach (var (control, name) in controls) Fill(control, fillings[name], wide);
                foreach (var line in lines) Fill(line, fillings, wide);
            }
            Describe(document, title, made);
        }
        file.Position = 0;
        await file.CopyToAsync(to, ct);
    }

    static void Fill(MarkedLine line, IReadOnlyDictionary<string, PlaceFilling> fillings, int wide)
    {
        if (line.IsAlone && fillings[line.Names[0]].Table is { } table)
        {
            line.Paragraph.InsertBeforeSelf(TemplateWords.Table(table, wide));
            line.Fill(_ => "");
        }
        else line.Fill(name => XmlText.Of(fillings[name].Words));
    }

    static void Fill(SdtElement control, PlaceFilling filling, int wide)
    {
        // Neither bound to data elsewhere, which Word would put back, nor shown as a hint.
        control.SdtProperties!.RemoveAllChildren<DataBinding>();
        control.SdtProperties.RemoveAllChildren<ShowingPlaceholder>();
        if (filling.Table is { } table)
        {
            var content = ((SdtBlock)control).SdtContentBlock ??= new();
            content.RemoveAllChildren();
            content.Append(TemplateWords.Table(table, wide), new Paragraph());
            return;
        }
        var texts = control.Descendants<Text>().ToList();
        if (texts.Count is 0 && Inside(control) is { } inside) texts.Add(inside.AppendChild(new Run()).AppendChild(new Text()));
        if (texts.Count is 0) return;
        foreach (var text in texts) text.Text = "";
        texts[0].Text = XmlText.Of(filling.Words);
        texts[0].Ancestors<Run>().First().RunProperties?.RemoveAllChildren<RunStyle>();
        TemplateWords.Lay(texts[0]);
    }

    /// <summary>Where words go in a control that holds none.</summary>
    static OpenXmlElement? Inside(SdtElement control) => control is SdtRun { SdtContentRun: { } line } ? line : control.Descendants<Paragraph>().FirstOrDefault();

    /// <summary>Between the margins of the last section; A4 upright where it says nothing.</summary>
    static int TextWide(Document document)
    {
        var section = document.Body!.Elements<SectionProperties>().LastOrDefault();
        var (page, margin) = (section?.GetFirstChild<PageSize>(), section?.GetFirstChild<PageMargin>());
        var wide = (int)(page?.Width?.Value ?? 11_906) - (int)(margin?.Left?.Value ?? 1_134) - (int)(margin?.Right?.Value ?? 1_134);
        return wide > 1_000 ? wide : DocxSkeleton.UprightWide;
    }

    /// <summary>Who made the template, and on which machine, is nobody's business who reads the paper.</summary>
    static void Describe(WordprocessingDocument document, string title, DateTimeOffset made)
    {
        var about = document.PackageProperties;
        (about.Creator, about.LastModifiedBy, about.Description, about.Keywords, about.Subject, about.Category) = ("", "", "", "", "", "");
        (about.Title, about.Created, about.Modified, about.LastPrinted) = (XmlText.Of(title), made.UtcDateTime, made.UtcDateTime, null);
        if (document.ExtendedFilePropertiesPart is { } extended) document.DeletePart(extended);
        if (document.CustomFilePropertiesPart is { } custom) document.DeletePart(custom);
        if (document.MainDocumentPart!.WordprocessingPeoplePart is { } people) document.MainDocumentPart.DeletePart(people);
        if (document.ThumbnailPart is { } picture) document.DeletePart(picture);
    }
}
