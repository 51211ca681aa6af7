using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Application.Spaces;
using Participation.Documents.Csv;
using Participation.Documents.Docx;
using Participation.Documents.Xlsx;
using Participation.Domain.Outcomes;

namespace Participation.Application.Papers;

/// <summary>会場別参加者表を書き出す.</summary>
[Audience(Audience.Public)]
public sealed record WriteAttendance(string Slug, ReportFormat Format, Stream To) : IRequest<Outcome<Done>>;

sealed class WriteAttendanceHandler(IRequestHandler<GetAttendance, Outcome<AttendanceView>> attendance, PdfWriting pdf, TimeProvider clock) : IRequestHandler<WriteAttendance, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(WriteAttendance ask, CancellationToken ct)
    {
        var found = await attendance.Handle(new GetAttendance(ask.Slug), ct);
        if (found.Refused) return found.Why;
        var (view, now) = (found.Value, clock.GetUtcNow());
        var sheet = AttendancePaper.Sheet(view, now);
        switch (ask.Format)
        {
            case ReportFormat.Pdf: return await pdf.Write(ask.To, AttendancePaper.Document(view, now), ct);
            case ReportFormat.Docx: await DocxPaper.Write(ask.To, AttendancePaper.Document(view, now), ct); break;
            case ReportFormat.Xlsx: await XlsxReport.Write(ask.To, sheet, ct); break;
            case ReportFormat.Csv: await CsvTable.Write(ask.To, [.. sheet.Columns.Select(c => c.Name)], sheet.Rows, ct); break;
            default: return Refusal.Invalid("format", "choice-unknown");
        }
        return Done.It;
    }
}
