using System.Text;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using Participation.Documents.Reports;

namespace Participation.Documents.Pdf;

/// <summary>
/// A paper or a report as tagged PDF on A4: a title, a language, headings, paragraphs and tables that a screen reader knows as such,
/// and its font inside.
/// </summary>
public static class PdfFile
{
    const double TitleSize = 14, HeadingSize = 11, TextSize = 9;

    /// <summary>A heading and a line below it.</summary>
    const double HeadingRoom = 8 + HeadingSize * 1.5 + 3 + TextSize * 1.5 + 2;

    /// <exception cref="MissingGlyphsException">The font lacks characters; nothing was written.</exception>
    public static void Write(Stream to, Paper paper, PaperFont font) => Write(to, paper.Title, paper.Made, paper.Blocks, upright: true, font);

    /// <param name="rows">Of the report; its own are streamed, and a PDF counts its pages first.</param>
    /// <exception cref="MissingGlyphsException">The font lacks characters; nothing was written.</exception>
    public static void Write(Stream to, Report report, IReadOnlyList<IReadOnlyList<string?>> rows, PaperFont font) => Write(
        to, report.Title, report.Made,
        [
            .. report.Facts.Select(f => new PaperLine($"{f.Name}　{f.Value}")),
            new PaperTable(report.Columns, [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Select(c => c ?? "")])]),
            .. rows.Count is 0 && report.Empty is { } none ? [new PaperLine(none)] : Array.Empty<PaperBlock>(),
        ],
        upright: false, font);

    /// <summary>How many pages a paper takes, without writing it.</summary>
    public static int CountPages(Paper paper, PaperFont font)
    {
        var counted = new PdfCanvas(font, upright: true);
        LayOut(counted, paper.Title, paper.Blocks);
        return counted.Pages;
    }

    static void Write(Stream to, string title, DateTimeOffset made, IReadOnlyList<PaperBlock> blocks, bool upright, PaperFont font)
    {
        Check(title, blocks, font);
        EmbeddedFonts.Use(font);
        var counted = new PdfCanvas(font, upright);
        LayOut(counted, title, blocks);
        using var document = new PdfDocument();
        document.Info.Title = title;
        document.Info.CreationDate = made.UtcDateTime;
        document.ViewerPreferences.DisplayDocTitle = true;
        UAManager.ForDocument(document).SetDocumentLanguage("ja-JP");
        var drawn = new PdfCanvas(font, upright, document, counted.Pages);
        LayOut(drawn, title, blocks);
        drawn.Done();
        document.Save(to, closeStream: false);
    }

    static void LayOut(PdfCanvas canvas, string title, IReadOnlyList<PaperBlock> blocks)
    {
        Words(canvas, string.Join('\n', TitleLines.Of(title, canvas.Wide / TitleSize)), TitleSize, PdfBlockLevelElementTag.Heading1, after: 8);
        foreach (var block in blocks)
        {
            switch (block)
            {
                case PaperHeading heading:
                    // Not alone at the foot of a page.
                    if (canvas.Room < HeadingRoom) canvas.Turn();
                    canvas.At += 8;
                    Words(canvas, heading.Text, HeadingSize, PdfBlockLevelElementTag.Heading2, after: 3);
                    break;
                case PaperLine line:
                    Words(canvas, line.Text, TextSize, PdfBlockLevelElementTag.Paragraph, after: 2);
                    break;
                case PaperTable table:
                    canvas.At += 3;
                    new PdfTable(canvas, table.Columns).Draw(table.Rows, table.Sums);
                    canvas.At += 6;
                    break;
            }
        }
    }

    static void Words(PdfCanvas canvas, string text, double size, PdfBlockLevelElementTag tag, double after)
    {
        var high = size * 1.5;
        var lines = LineBreaks.Of(text, canvas.Font, size, canvas.Wide);
        if (canvas.Room < high) canvas.Turn();
        canvas.Tagged(tag, () =>
        {
            foreach (var words in lines)
            {
                if (canvas.Room < high) canvas.Turn();
                canvas.Draw(words, PdfCanvas.Left, canvas.At + size, size);
                canvas.At += high;
            }
        });
        canvas.At += after;
    }

    static void Check(string title, IReadOnlyList<PaperBlock> blocks, PaperFont font)
    {
        var lacking = new SortedSet<int>();
        foreach (var text in Texts(title, blocks))
            foreach (var rune in LineBreaks.Clean(text).EnumerateRunes())
                if (rune.Value is not '\n' && !font.Has(rune)) lacking.Add(rune.Value);
        if (lacking.Count > 0) throw new MissingGlyphsException([.. lacking.Select(c => new Rune(c).ToString())]);
    }

    static IEnumerable<string> Texts(string title, IReadOnlyList<PaperBlock> blocks) => blocks.SelectMany(block => block switch
    {
        PaperHeading heading => [heading.Text],
        PaperLine line => [line.Text],
        PaperTable table => table.Columns.Select(c => c.Name).Concat(table.Rows.SelectMany(r => r)),
        _ => Enumerable.Empty<string>(),
    }).Prepend(title);
}
