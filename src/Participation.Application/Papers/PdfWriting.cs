using Participation.Application.Pipeline;
using Participation.Documents.Pdf;
using Participation.Documents.Reports;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Papers;

/// <summary>PDF, or why there is none. It is laid out in memory before its first page is written: one at a time, and only so long.</summary>
sealed class PdfWriting(PdfLine line, Caller caller)
{
    /// <summary>The city's own papers; and what anybody may ask for, as often as they like.</summary>
    public const int RowsAtMost = 10_000, PublicRowsAtMost = 1_000;

    public Task<Outcome<Done>> Write(Stream to, Report report, CancellationToken ct) => line.Wait(caller.IsStaffSomewhere, async () =>
    {
        var most = caller.IsStaffSomewhere ? RowsAtMost : PublicRowsAtMost;
        var rows = await report.Rows.Take(most + 1).ToListAsync(ct);
        return rows.Count > most ? Refusal.Invalid("format", "pdf-too-long", most) : Named(() => PdfFile.Write(to, report, rows, PaperFont.Standard));
    }, ct);

    public Task<Outcome<Done>> Write(Stream to, Paper paper, CancellationToken ct) =>
        line.Wait(caller.IsStaffSomewhere, () => Task.FromResult(Named(() => PdfFile.Write(to, paper, PaperFont.Standard))), ct);

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
