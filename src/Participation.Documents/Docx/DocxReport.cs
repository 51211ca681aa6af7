using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml.Wordprocessing;
using Participation.Documents.Reports;

namespace Participation.Documents.Docx;

/// <summary>A report as a document on A4, landscape: title, facts, then the table, its head repeated on each page.</summary>
public static class DocxReport
{
    static readonly Markup Line = Markup.Of(DocxSkeleton.Paragraph(Markup.Place)), Figure = Markup.Of(RightHand());

    public static Task Write(Stream to, Report report, CancellationToken ct) => StreamedPackage.Write(
        to, DocxSkeleton.Of(report), DocxSkeleton.BodyPart, DocxSkeleton.RowsHere, async document =>
        {
            var cells = DocxSkeleton.WidthsOf(report.Columns).Select(width => Markup.Of(DocxSkeleton.Cell(width, new Paragraph()), "<w:p />")).ToArray();
            var any = false;
            await foreach (var row in report.Rows.WithCancellation(ct))
            {
                any = true;
                WriteRow(document, cells, report.Columns, row);
                await document.EndRow(ct);
            }
            // One cell over all columns: a head with nothing below it looks like a paper that was cut off.
            if (!any && report.Empty is { } words) document.Write(DocxSkeleton.Across(report.Columns, words).OuterXml);
        }, ct);

    [MethodImpl(Compile.AtOnce)]
    static void WriteRow(Utf8Rows document, Markup[] cells, IReadOnlyList<Reports.Column> columns, IReadOnlyList<string?> row)
    {
        document.Write("<w:tr>"u8);
        for (var i = 0; i < row.Count; i++) WriteCell(document, cells[i], columns[i].Number ? Figure : Line, row[i] ?? "");
        document.Write("</w:tr>"u8);
    }

    /// <summary>Each line of what somebody wrote is a paragraph, as they wrote it.</summary>
    [MethodImpl(Compile.AtOnce)]
    static void WriteCell(Utf8Rows document, Markup cell, Markup line, string text)
    {
        document.Write(cell.Before);
        if (!text.AsSpan().ContainsAny('\r', '\n')) WriteLine(document, line, text);
        else foreach (var words in text.ReplaceLineEndings("\n").Split('\n')) WriteLine(document, line, words);
        document.Write(cell.After);
    }

    [MethodImpl(Compile.AtOnce)]
    static void WriteLine(Utf8Rows document, Markup line, string words)
    {
        document.Write(line.Before);
        document.WriteText(words);
        document.Write(line.After);
    }

    static Paragraph RightHand()
    {
        var paragraph = DocxSkeleton.Paragraph(Markup.Place);
        paragraph.PrependChild(new ParagraphProperties(new Justification { Val = JustificationValues.Right }));
        return paragraph;
    }
}
