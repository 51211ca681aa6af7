using System.Globalization;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Answering;
using Participation.Application.Consultations;
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
using Participation.Domain.Time;

namespace Participation.Application.Papers;

/// <summary>
/// 情報公開: every original of a call as a paper, late and withdrawn ones too, as it was sent and before it was split. With senders and
/// unmasked words only when asked for, and that somebody asked is logged.
/// </summary>
[Audience(Audience.SpaceStaff)]
public sealed record WriteOriginals(string Slug, bool Masked, ReportFormat Format, Stream To) : IRequest<Outcome<Done>>;

sealed class WriteOriginalsHandler(AppDbContext db, AnswerDesk desk, SenderSeal seal, PdfWriting pdf, AuditTrail audit) : IRequestHandler<WriteOriginals, Outcome<Done>>
{
    const int RowsAtOnce = 500;

    static readonly Column[] Shown = [new("番号", 4, Number: true), new("受付番号", 12), new("提出方法", 7), new("受領日", 9), new("扱い", 5), new("意見の原文", 44)];
    static readonly Column[] Senders = [new("氏名", 8), new("住所", 12)];

    public async Task<Outcome<Done>> Handle(WriteOriginals ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var consultation = entered.Value.Consultation;
        Report report = new(
            $"{consultation.Title}　意見の原文",
            [
                new("案件名", consultation.Title), new("募集期間", PaperDates.Of(consultation.Window)), new("作成日", PaperDates.Both(desk.Now)),
                new("個人情報", ask.Masked ? "伏せてあります（■■■）。" : "伏せていません。取り扱いに注意してください。"),
            ],
            ask.Masked ? Shown : [.. Shown[..^1], .. Senders, Shown[^1]], Rows(consultation, ask.Masked, ct), desk.Now, ResultPaper.None);
        var written = await Write(ask, report, ct);
        if (!written.Refused) await audit.Note(new Act("originals.exported", consultation.Stream, ask.Masked ? """{"masked":true}""" : """{"masked":false}"""), desk.Actor, ct);
        return written;
    }

    async Task<Outcome<Done>> Write(WriteOriginals ask, Report report, CancellationToken ct)
    {
        switch (ask.Format)
        {
            case ReportFormat.Pdf: return await pdf.Write(ask.To, report, ct);
            case ReportFormat.Docx: await DocxReport.Write(ask.To, report, ct); break;
            case ReportFormat.Xlsx: await XlsxReport.Write(ask.To, report, ct); break;
            case ReportFormat.Csv: await CsvTable.Write(ask.To, [.. report.Columns.Select(c => c.Name)], report.Rows, ct); break;
            default: return Refusal.Invalid("format", "choice-unknown");
        }
        return Done.It;
    }

    async IAsyncEnumerable<IReadOnlyList<string?>> Rows(Consultation consultation, bool masked, [EnumeratorCancellation] CancellationToken ct)
    {
        IQueryable<Submission> all = db.Submissions.AsNoTracking().Include(s => s.Opinions);
        // What is masked never touches who sent it.
        if (!masked) all = all.Include(s => s.Contact);
        var number = 0;
        for (long after = 0; ;)
        {
            var some = await all.Where(s => s.ConsultationId == consultation.Id && s.Sequence > after).OrderBy(s => s.Sequence).Take(RowsAtOnce).ToListAsync(ct);
            foreach (var submission in some)
                foreach (var original in submission.Opinions.Where(o => o.PartOf is null).OrderBy(o => o.Ordinal))
                    yield return Row(submission, original, (++number).ToString(CultureInfo.InvariantCulture), masked, consultation);
            if (some.Count < RowsAtOnce) yield break;
            after = some[^1].Sequence;
        }
    }

    List<string?> Row(Submission submission, Opinion original, string number, bool masked, Consultation consultation)
    {
        var received = submission.ReceivedOn ?? JapanTime.DayOf(submission.ReceivedAt, consultation.Window.Zone);
        List<string?> row = [number, submission.Number.Value, submission.Channel.Words(), received.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), original.Status.Words()];
        if (masked) return [.. row, Disclosure.Masked(original, submission.Opinions) ?? PaperWords.Withheld];
        var sender = seal.Open(submission);
        return [.. row, sender.Unreadable ? PaperWords.Unreadable : sender.Name, sender.Address, original.Text];
    }
}
