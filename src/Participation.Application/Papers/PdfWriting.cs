using Participation.Documents.Pdf;
using Participation.Documents.Reports;
using Participation.Domain.Outcomes;

namespace Participation.Application.Papers;

/// <summary>PDF, or why there is none.</summary>
static class PdfWriting
{
    /// <summary>A PDF is laid out before its first page is written.</summary>
    const int RowsAtMost = 10_000;

    public static async Task<Outcome<Done>> Write(Stream to, Report report, CancellationToken ct)
    {
        var rows = await report.Rows.Take(RowsAtMost + 1).ToListAsync(ct);
        return rows.Count > RowsAtMost ? Refusal.Invalid("format", "pdf-too-long", RowsAtMost) : Named(() => PdfFile.Write(to, report, rows, PaperFont.Standard));
    }

    public static Outcome<Done> Write(Stream to, Paper paper) => Named(() => PdfFile.Write(to, paper, PaperFont.Standard));

    /// <summary>A character that the font lacks is named, and nothing is written: no empty box stands in somebody's words.</summary>
    static Outcome<Done> Named(Action write)
    {
        try
        {
            write();
            return Done.It;
        }
        catch (MissingGlyphsException lacking)
        {
            return Refusal.Invalid("format", "font-lacks", string.Join(" ", lacking.Characters));
        }
    }
}
