using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Participation.Documents.Templates;

/// <summary>What a file must not hold to be opened by whoever gets a paper that was made of it.</summary>
static class TemplateSafety
{
    static readonly string[] FieldsThatReach = ["DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "DATABASE", "MACROBUTTON"];

    public static void Check(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart!;
        var parts = AllParts(document);
        if (document.DocumentType is not WordprocessingDocumentType.Document || parts.Any(p => IsMacro(p.ContentType))) throw new UnfitTemplateException("template-macro");
        if (parts.Any(p => p is EmbeddedObjectPart or EmbeddedPackagePart or EmbeddedControlPersistencePart or EmbeddedControlPersistenceBinaryDataPart or AlternativeFormatImportPart || p.ContentType.Contains("activeX", StringComparison.OrdinalIgnoreCase)))
            throw new UnfitTemplateException("template-embedded");
        // A link that somebody clicks is theirs to click; what is fetched by opening the file is not.
        var fetched = parts.SelectMany(p => p.ExternalRelationships).Concat(document.ExternalRelationships).FirstOrDefault();
        if (fetched is not null) throw new UnfitTemplateException("template-external", Short(fetched.Uri.OriginalString));
        var link = parts.SelectMany(p => p.HyperlinkRelationships).FirstOrDefault(h => h.IsExternal && !(h.Uri.IsAbsoluteUri && h.Uri.Scheme is "http" or "https" or "mailto" or "tel"));
        if (link is not null) throw new UnfitTemplateException("template-external", Short(link.Uri.OriginalString));
        foreach (var root in PlaceMarks.Roots(main))
        {
            if (Codes(root).FirstOrDefault(Reaches) is { } code) throw new UnfitTemplateException("template-external", Short(code.Trim()));
            if (root.Descendants().Any(e => e is InsertedRun or DeletedRun or Inserted or Deleted or MoveFromRun or MoveToRun or CommentReference)) throw new UnfitTemplateException("template-remarks");
        }
        // Whoever wrote remarks is named in them.
        if (parts.Any(p => p is WordprocessingCommentsPart { Comments.HasChildren: true })) throw new UnfitTemplateException("template-remarks");
    }

    static bool IsMacro(string type) => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vba", StringComparison.OrdinalIgnoreCase);

    static IEnumerable<string> Codes(OpenXmlElement root) =>
        root.Descendants<SimpleField>().Select(f => f.Instruction?.Value ?? "")
            // An instruction may be cut into pieces: D, DE.
            .Concat(root.Descendants<Paragraph>().Select(p => string.Concat(p.Descendants<FieldCode>().Select(c => c.Text))));

    static bool Reaches(string code) =>
        code.Split([' ', '\t', '"', '\\'], StringSplitOptions.RemoveEmptyEntries).Any(word => FieldsThatReach.Contains(word, StringComparer.OrdinalIgnoreCase));

    static IReadOnlyList<OpenXmlPart> AllParts(WordprocessingDocument document)
    {
        var (found, open) = (new HashSet<OpenXmlPart>(), new Stack<OpenXmlPart>(document.Parts.Select(p => p.OpenXmlPart)));
        while (open.TryPop(out var part))
            if (found.Add(part))
                foreach (var next in part.Parts) open.Push(next.OpenXmlPart);
        return [.. found];
    }

    static string Short(string words) => words.Length <= 60 ? words : words[..60] + "…";
}
