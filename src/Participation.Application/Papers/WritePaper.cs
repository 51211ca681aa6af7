using System.Text.Json;
using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data.Audit;
using Participation.Documents.Csv;
using Participation.Documents.Docx;
using Participation.Documents.Reports;
using Participation.Documents.Xlsx;
using Participation.Domain.Audit;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Papers;

/// <summary>Which paper.</summary>
public enum PaperKind
{
    /// <summary>結果公表.</summary>
    Result,
    /// <summary>議会・審議会資料, one page.</summary>
    Note,
    /// <summary>集計表.</summary>
    Tables,
    /// <summary>新旧対照表.</summary>
    Revisions,
}

/// <summary>資料を書き出す: for everybody what was published; for staff before that the answers as they stand, marked as a draft.</summary>
/// <param name="Cp932">A CSV for programs that read nothing else.</param>
/// <param name="AcceptLoss">〓 may stand where CP932 has no such character; without it that is refused, with the list.</param>
[Audience(Audience.Public)]
public sealed record WritePaper(string Slug, PaperKind Kind, ReportFormat Format, Stream To, bool Cp932 = false, bool AcceptLoss = false) : IRequest<Outcome<PaperWritten>>;

/// <param name="Lost">The characters that 〓 stands for.</param>
public sealed record PaperWritten(IReadOnlyList<string> Lost);

sealed class WritePaperHandler(ConsultationCatalog catalog, PaperSource source, PdfWriting pdf, AuditTrail audit, Caller caller)
    : IRequestHandler<WritePaper, Outcome<PaperWritten>>
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Outcome<PaperWritten>> Handle(WritePaper ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { } entry) return Refusal.NotFound;
        var consultation = entry.Consultation;
        if (consultation.PublishedAt is null && !caller.IsStaffOf(consultation.Space)) return caller == Caller.Anonymous ? Refusal.SignInRequired : Refusal.NotAllowed;
        var data = await source.Of(entry, ct);
        if (data.Refused) return data.Why;
        var written = ask is { Cp932: true, Format: ReportFormat.Csv } ? await Narrow(ask, data.Value, ct) : await Write(ask, ask.To, data.Value, ct);
        // What was refused was handed to nobody.
        if (!written.Refused && consultation.PublishedAt is null) await audit.Note(new Act("paper.drafted", consultation.Stream, $$"""{"kind":"{{ask.Kind}}"}"""), caller.ActorId, ct);
        return written;
    }

    async Task<Outcome<PaperWritten>> Narrow(WritePaper ask, PaperData data, CancellationToken ct)
    {
        using var wide = new MemoryStream();
        await Write(ask, wide, data, ct);
        wide.Position = 0;
        using var narrow = new MemoryStream();
        var lost = await Cp932.Convert(wide, narrow, ct);
        if (lost.Count > 0 && !ask.AcceptLoss) return Refusal.Invalid("encoding", "cp932-lost", string.Join(" ", lost));
        narrow.Position = 0;
        await narrow.CopyToAsync(ask.To, ct);
        return new PaperWritten(lost);
    }

    async Task<Outcome<PaperWritten>> Write(WritePaper ask, Stream to, PaperData data, CancellationToken ct)
    {
        if (ask is { Format: ReportFormat.Docx or ReportFormat.Pdf, Kind: PaperKind.Note or PaperKind.Tables })
        {
            var paper = ask.Kind is PaperKind.Note ? CouncilNote.Of(data) : TablesPaper.Document(data);
            if (ask.Format is ReportFormat.Pdf) return Written(await pdf.Write(to, paper, ct));
            await DocxPaper.Write(to, paper, ct);
            return new PaperWritten([]);
        }
        var report = ask.Kind switch
        {
            PaperKind.Note => CouncilNote.Sheet(data),
            PaperKind.Tables => TablesPaper.Sheet(data),
            PaperKind.Revisions => RevisionPaper.Of(data),
            _ => ResultPaper.Of(data, source.All(data, ct)),
        };
        switch (ask.Format)
        {
            case ReportFormat.Pdf: return Written(await pdf.Write(to, report, ct));
            case ReportFormat.Csv: await CsvTable.Write(to, [.. report.Columns.Select(c => c.Name)], report.Rows, ct); break;
            case ReportFormat.Json: await JsonSerializer.SerializeAsync(to, Objects(report), Json, ct); break;
            case ReportFormat.Docx: await DocxReport.Write(to, report, ct); break;
            case ReportFormat.Xlsx: await XlsxReport.Write(to, report, ct); break;
            default: throw new ArgumentOutOfRangeException(nameof(ask), ask.Format, null);
        }
        return new PaperWritten([]);
    }

    static Outcome<PaperWritten> Written(Outcome<Done> done) => done.Refused ? done.Why : new PaperWritten([]);

    static async IAsyncEnumerable<IReadOnlyDictionary<string, string?>> Objects(Report report)
    {
        await foreach (var row in report.Rows) yield return report.Columns.Zip(row).ToDictionary(c => c.First.Name, c => c.Second);
    }
}
