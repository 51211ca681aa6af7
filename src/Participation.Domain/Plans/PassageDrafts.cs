using Participation.Domain.Plans.Reading;

namespace Participation.Domain.Plans;

/// <summary>Makes passages of plain words, whichever kind of file they came from.</summary>
public static class PassageDrafts
{
    /// <summary>A paragraph, point or caption that shows exactly these words.</summary>
    public static PassageDraft Of(PassageKind kind, string text) => new(kind, text, MarkdownText.Escape(text));

    /// <summary>A table: cells parted by tabs and rows by lines in its text, a pipe table in its Markdown.</summary>
    public static PassageDraft Table(IReadOnlyList<string[]> rows) =>
        new(PassageKind.Table, TableWriter.Text(rows), TableWriter.Markdown(rows));
}
