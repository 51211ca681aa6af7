using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Papers;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.Audit;
using Participation.Documents.Csv;
using Participation.Documents.Docx;
using Participation.Documents.Reports;
using Participation.Documents.Xlsx;
using Participation.Domain.Audit;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>How a report is written.</summary>
public enum ReportFormat { Csv, Json, Docx, Xlsx, Pdf }

/// <summary>
/// 受付簿を書き出す. Staff get originals and senders, and that they did is logged; everybody else gets, once the result is
/// published, what counts and nothing personal.
/// </summary>
[Audience(Audience.Public)]
public sealed record WriteReport(string Slug, ReportFormat Format, Stream To) : IRequest<Outcome<Done>>;

sealed class WriteReportHandler(
    AppDbContext db, ConsultationCatalog catalog, SenderSeal seal, AccountSeal accounts, PdfWriting pdf, AuditTrail audit, TimeProvider clock, Caller caller)
    : IRequestHandler<WriteReport, Outcome<Done>>
{
    const int RowsAtOnce = 500;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async Task<Outcome<Done>> Handle(WriteReport ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { } entry) return Refusal.NotFound;
        var consultation = entry.Consultation;
        var staff = caller.IsStaffOf(consultation.Space);
        if (!staff && consultation.StageAt(clock.GetUtcNow()) is not Stage.Published)
            return caller == Caller.Anonymous ? Refusal.SignInRequired : Refusal.NotAllowed;
        var written = await Write(ask, new LedgerSheet(entry, personal: staff, onPaper: ask.Format is ReportFormat.Docx or ReportFormat.Pdf), ct);
        // What was refused was handed to nobody.
        if (staff && !written.Refused) await audit.Note(new Act("ledger.exported", consultation.Stream, "{}"), caller.ActorId, ct);
        return written;
    }

    async Task<Outcome<Done>> Write(WriteReport ask, LedgerSheet ledger, CancellationToken ct)
    {
        var submissions = Submissions(ledger.Consultation, ct);
        switch (ask.Format)
        {
            case ReportFormat.Csv:
                await CsvTable.Write(ask.To, ledger.Header, ledger.Rows(submissions), ct);
                break;
            case ReportFormat.Json:
                await JsonSerializer.SerializeAsync(ask.To, ledger.Objects(submissions), Json, ct);
                break;
            case ReportFormat.Docx:
                await DocxReport.Write(ask.To, await Report(ledger, submissions, ct), ct);
                break;
            case ReportFormat.Pdf:
                return await pdf.Write(ask.To, await Report(ledger, submissions, ct), ct);
            case ReportFormat.Xlsx:
                await XlsxReport.Write(ask.To, await Report(ledger, submissions, ct), ct);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(ask), ask.Format, null);
        }
        return Done.It;
    }

    async Task<Report> Report(LedgerSheet ledger, IAsyncEnumerable<LedgerRow> submissions, CancellationToken ct)
    {
        var tallies = await db.Tallies.AsNoTracking().Where(t => t.ConsultationId == ledger.Consultation.Id).ToListAsync(ct);
        return ledger.Report(Counts.Of(ledger.Consultation, tallies, caller), submissions, clock.GetUtcNow());
    }

    async IAsyncEnumerable<LedgerRow> Submissions(Consultation consultation, [EnumeratorCancellation] CancellationToken ct)
    {
        var staff = caller.IsStaffOf(consultation.Space);
        IQueryable<Submission> rows = db.Submissions.AsNoTracking().Include(s => s.Opinions);
        // What the public gets never touches who sent it.
        if (staff) rows = rows.Include(s => s.Contact);
        long after = 0;
        while (true)
        {
            var found = await rows
                .Where(s => staff || s.Status == SubmissionStatus.Accepted)
                .Where(s => s.ConsultationId == consultation.Id && s.Sequence > after)
                .OrderBy(s => s.Sequence).Take(RowsAtOnce).ToListAsync(ct);
            if (found.Count is 0) yield break;
            after = found[^1].Sequence;
            // Only staff read who keyed it in.
            var names = staff ? await accounts.NamesOf(db, found.Select(s => s.KeyedBy), ct) : new Dictionary<string, string>();
            foreach (var submission in found) yield return LedgerRow.Of(submission, seal, names);
        }
    }
}
