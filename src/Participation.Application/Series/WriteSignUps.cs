using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Papers;
using Participation.Application.Pipeline;
using Participation.Data.Audit;
using Participation.Documents.Csv;
using Participation.Documents.Docx;
using Participation.Documents.Reports;
using Participation.Documents.Xlsx;
using Participation.Domain.Audit;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Series;

namespace Participation.Application.Series;

/// <summary>申込者名簿を書き出す, for the door of the hall. Each writing is logged: it is full of names.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record WriteSignUps(string Slug, int Number, ReportFormat Format, Stream To) : IRequest<Outcome<Done>>;

sealed class WriteSignUpsHandler(SignUpLists lists, PdfWriting pdf, AuditTrail audit, TimeProvider clock, Caller caller) : IRequestHandler<WriteSignUps, Outcome<Done>>
{
    static readonly Column[] Columns =
    [
        new("番号", 4, Number: true), new("氏名", 12), new("人数", 4, Number: true), new("申込み", 8), new("出欠", 5), new("メールアドレス", 18), new("電話番号", 10),
        new("託児", 4), new("手話通訳", 5), new("その他の希望", 18), new("受付番号", 12), new("受付日", 9), new("受付者", 8),
    ];

    public async Task<Outcome<Done>> Handle(WriteSignUps ask, CancellationToken ct)
    {
        var found = await lists.Read(ask.Slug, ask.Number, ct);
        if (found.Refused) return found.Why;
        var (list, now) = (found.Value, clock.GetUtcNow());
        Report report = new(
            $"{list.SeriesTitle}　第{ask.Number}回　申込者名簿",
            [
                new("テーマ", list.Meeting.Title), new("会場", list.Meeting.Venue), new("定員", $"{list.Meeting.Places}人（申込み {list.Meeting.Taken}人、キャンセル待ち {list.Meeting.Waiting}件）"),
                new("作成日", PaperDates.Both(now)), new("個人情報", "氏名と連絡先が載っています。取り扱いに注意してください。"),
            ],
            Columns, Rows(list).ToAsyncEnumerable(), now);
        switch (ask.Format)
        {
            case ReportFormat.Pdf:
                if (await pdf.Write(ask.To, report, ct) is { Refused: true } cant) return cant.Why;
                break;
            case ReportFormat.Docx: await DocxReport.Write(ask.To, report, ct); break;
            case ReportFormat.Xlsx: await XlsxReport.Write(ask.To, report, ct); break;
            case ReportFormat.Csv: await CsvTable.Write(ask.To, [.. report.Columns.Select(c => c.Name)], report.Rows, ct); break;
            default: return Refusal.Invalid("format", "choice-unknown");
        }
        await audit.Note(new Act("signups.exported", $"series:{ask.Slug}/{ask.Number}", "{}"), caller.ActorId, ct);
        return Done.It;
    }

    static IEnumerable<IReadOnlyList<string?>> Rows(SignUpList list) => list.Standing.Select((s, i) => (IReadOnlyList<string?>)
    [
        $"{i + 1}", s.Who?.Name ?? "（消去済み）", $"{s.People}", s.Status is SignUpStatus.Confirmed ? "参加" : "キャンセル待ち", s.Came switch { true => "出席", false => "欠席", null => "" },
        s.Who?.Email ?? "", s.Who?.Phone ?? "", s.Who?.Childcare is true ? "希望" : "", s.Who?.SignLanguage is true ? "希望" : "", s.Who?.Note ?? "",
        s.Number, PaperDates.Both(s.ReceivedAt), s.TakenBy ?? "",
    ]);
}
