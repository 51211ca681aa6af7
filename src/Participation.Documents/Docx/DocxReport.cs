using DocumentFormat.OpenXml.Wordprocessing;
using Participation.Documents.Reports;

namespace Participation.Documents.Docx;

/// <summary>A report as a document on A4, landscape: title, facts, then the table, its head repeated on each page.</summary>
public static class DocxReport
{
    static readonly Markup Line = Markup.Of(DocxSkeleton.Paragraph(Markup.Place));

    public static Task Write(Stream to, Report report, CancellationToken ct) => StreamedPackage.Write(
        to, DocxSkeleton.Of(report), DocxSkeleton.BodyPart, DocxSkeleton.RowsHere, async document =>
        {
            var cells = DocxSkeleton.WidthsOf(report.Columns).Select(width => Markup.Of(DocxSkeleton.Cell(width, new Paragraph()), "<w:p />")).ToList();
            await foreach (var row in report.Rows.WithCancellation(ct))
            {
                document.Write("<w:tr>");
                for (var i = 0; i < row.Count; i++) WriteCell(document, cells[i], row[i] ?? "");
                document.Write("</w:tr>");
            }
        });

    /// <summary>Each line of what somebody wrote is a paragraph, as they wrote it.</summary>
    static void WriteCell(TextWriter document, Markup cell, string text)
    {
        document.Write(cell.Before);
        if (!text.AsSpan().ContainsAny('\r', '\n')) WriteLine(document, text);
        else foreach (var line in text.ReplaceLineEndings("\n").Split('\n')) WriteLine(document, line);
        document.Write(cell.After);
    }

    static void WriteLine(TextWriter document, string line)
    {
        document.Write(Line.Before);
        document.WriteText(line);
        document.Write(Line.After);
    }
}
