using System.Text;
using Participation.Documents.Docx;
using Participation.Domain.Plans;

namespace Participation.Application.Plans;

/// <summary>Reads a plan from the bytes of a file, whatever kind it is.</summary>
public static class PlanReader
{
    public const int LargestText = 5 * 1024 * 1024;
    public const int MostPassages = 20_000;

    // Throws at what is not UTF-8, where the usual decoder would put � into a public document.
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>By the file's name: what is neither Markdown nor docx is read as plain text.</summary>
    public static PlanFormat FormatOf(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".md" or ".markdown" => PlanFormat.Markdown,
        ".docx" => PlanFormat.Docx,
        _ => PlanFormat.PlainText,
    };

    public static PlanReading Read(PlanFormat format, byte[] file) =>
        format == PlanFormat.Docx ? ReadDocx(file) : ReadText(format, file);

    static PlanReading ReadText(PlanFormat format, byte[] file)
    {
        if (file.Length > LargestText) return PlanProblem.TooLarge;
        string text;
        try
        {
            text = Strict.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return PlanProblem.NotUtf8;
        }
        // UTF-16 of Latin letters decodes without a fault; its zeros give it away, and PostgreSQL could not store them.
        if (text.Contains('\0')) return PlanProblem.NotUtf8;
        text = text.TrimStart('\uFEFF');
        if (format == PlanFormat.PlainText) return Checked(RoughPlanText.Read(text));
        return MarkdownPlan.Read(text) is { } draft ? Checked(draft) : PlanProblem.Damaged;
    }

    static PlanReading ReadDocx(byte[] file)
    {
        try
        {
            using var stream = new MemoryStream(file, writable: false);
            return Checked(DocxPlan.Read(DocxReader.Read(stream)));
        }
        catch (UnreadableDocumentException unreadable)
        {
            return unreadable.Reason switch
            {
                UnreadableReason.NotDocx => PlanProblem.NotDocx,
                UnreadableReason.EncryptedOrLegacy => PlanProblem.EncryptedOrLegacy,
                UnreadableReason.TooLarge => PlanProblem.TooLarge,
                _ => PlanProblem.Damaged,
            };
        }
    }

    static PlanReading Checked(PlanDraft draft)
    {
        var (sections, passages, letters) = (0, 0, 0L);
        var waiting = new Stack<SectionDraft>(draft.Sections);
        while (waiting.TryPop(out var section))
        {
            sections++;
            passages += section.Passages.Count;
            letters += section.Title.Length + section.Passages.Sum(passage => (long)passage.Text.Length);
            foreach (var child in section.Sections) waiting.Push(child);
        }
        if (passages == 0 && sections == 0) return PlanProblem.Empty;
        // A heading can be commented like a passage, and costs the same.
        if (sections + passages > MostPassages) return PlanProblem.TooManyPassages;
        return letters > LargestText ? PlanProblem.TooLarge : new PlanReading(draft, null);
    }
}
