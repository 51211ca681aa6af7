using PdfSharp.UniversalAccessibility;
using Participation.Documents.Reports;

namespace Participation.Documents.Pdf;

/// <summary>A table whose head is repeated on each page; a row that no page can hold goes on over the next.</summary>
sealed class PdfTable(PdfCanvas canvas, IReadOnlyList<Column> columns)
{
    const double Size = 9, Line = 13, Inside = 4;

    readonly double[] widths = [.. columns.Select(c => canvas.Wide * c.Width / columns.Sum(all => all.Width))];

    public void Draw(IEnumerable<IReadOnlyList<string?>> rows, IReadOnlySet<int>? sums = null) => canvas.Tagged(PdfBlockLevelElementTag.Table, () =>
    {
        var head = Lines([.. columns.Select(c => c.Name)]);
        if (canvas.Room < High(head) + 3 * Line) canvas.Turn();
        Row(head, 0, int.MaxValue, heading: true, shaded: true);
        foreach (var (row, place) in rows.Select((row, place) => (row, place))) Place(Lines(row), head, sums?.Contains(place) is true);
    });

    void Place(IReadOnlyList<string>[] cells, IReadOnlyList<string>[] head, bool shaded)
    {
        var (lines, from, turned) = (cells.Max(c => c.Count), 0, false);
        if (High(cells) > canvas.Room && High(cells) <= canvas.WholePage - High(head)) Next(head);
        while (from < lines)
        {
            var fit = (int)((canvas.Room - 2 * Inside) / Line);
            if (fit < Math.Min(lines - from, 2) && !turned)
            {
                Next(head);
                turned = true;
                continue;
            }
            // Under a head that fills the page a line goes on all the same: no page has more room than a new one.
            (fit, turned) = (Math.Max(fit, 1), false);
            Row(cells, from, Math.Min(fit, lines - from), heading: false, shaded);
            from += fit;
        }
    }

    void Next(IReadOnlyList<string>[] head)
    {
        canvas.Turn();
        canvas.Aside(() =>
        {
            Boxes(High(head), shaded: true);
            Cells(head, 0, int.MaxValue, heading: true, (_, draw) => draw());
        });
        canvas.At += High(head);
    }

    void Row(IReadOnlyList<string>[] cells, int from, int most, bool heading, bool shaded)
    {
        var high = 2 * Inside + Line * Math.Min(most, cells.Max(c => c.Count) - from);
        canvas.Aside(() => Boxes(high, shaded));
        canvas.Tagged(PdfBlockLevelElementTag.TableRow, () => Cells(
            cells, from, most, heading, (_, draw) => canvas.Tagged(heading ? PdfBlockLevelElementTag.TableHeaderCell : PdfBlockLevelElementTag.TableDataCell, draw)));
        canvas.At += high;
    }

    void Cells(IReadOnlyList<string>[] cells, int from, int most, bool heading, Action<int, Action> draw)
    {
        var x = PdfCanvas.Left;
        for (var i = 0; i < cells.Length; i++)
        {
            var (left, column) = (x, i);
            draw(i, () =>
            {
                var y = canvas.At + Inside + Size;
                foreach (var words in cells[column].Skip(from).Take(most))
                {
                    var inset = columns[column].Number ? widths[column] - Inside - canvas.Font.Width(words, Size) : Inside;
                    canvas.Draw(words, left + inset, y, Size);
                    y += Line;
                }
            });
            x += widths[i];
        }
    }

    void Boxes(double high, bool shaded)
    {
        var x = PdfCanvas.Left;
        foreach (var wide in widths)
        {
            canvas.Box(x, canvas.At, wide, high, shaded);
            x += wide;
        }
    }

    IReadOnlyList<string>[] Lines(IReadOnlyList<string?> row) => [.. row.Select((cell, i) => LineBreaks.Of(cell ?? "", canvas.Font, Size, widths[i] - 2 * Inside))];

    static double High(IReadOnlyList<string>[] cells) => 2 * Inside + Line * cells.Max(c => c.Count);
}
