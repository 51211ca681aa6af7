using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Papers;
using Participation.Application.Pipeline;
using Participation.Documents.Csv;
using Participation.Documents.Docx;
using Participation.Documents.Reports;
using Participation.Documents.Xlsx;
using Participation.Domain.Boards;
using Participation.Domain.Outcomes;
using Participation.Domain.Time;

namespace Participation.Application.Boards;

/// <summary>A session's summary as a file, for whoever may see it.</summary>
[Audience(Audience.Public)]
public sealed record WriteSummary(string Code, ReportFormat Format, Stream To) : IRequest<Outcome<Done>>;

sealed class WriteSummaryHandler(IMediator mediator, PdfWriting pdf, TimeProvider clock) : IRequestHandler<WriteSummary, Outcome<Done>>
{
    static readonly Column[] Columns =
    [
        new("問い", 24), new("まとまり", 20), new("列", 12), new("付箋", 48), new("名前", 12), new("点", 6, Number: true), new("つながり", 30),
    ];

    public async Task<Outcome<Done>> Handle(WriteSummary ask, CancellationToken ct)
    {
        var found = await mediator.Send(new GetSummary(ask.Code), ct);
        if (found.Refused) return found.Why;
        var summary = found.Value;
        // A session in which nobody gives a name has no column for names, and one without links none for these.
        var columns = Columns.Where(c => c.Name switch { "名前" => !summary.Session.Anonymous, "つながり" => HasLinks(summary), _ => true }).ToArray();
        var rows = Rows(summary);
        switch (ask.Format)
        {
            case ReportFormat.Csv:
                await CsvTable.Write(ask.To, [.. columns.Select(c => c.Name)], rows, ct);
                break;
            case ReportFormat.Docx:
                await DocxReport.Write(ask.To, Report(summary, columns, rows), ct);
                break;
            case ReportFormat.Xlsx:
                await XlsxReport.Write(ask.To, Report(summary, columns, rows), ct);
                break;
            case ReportFormat.Pdf:
                return await pdf.Write(ask.To, Report(summary, columns, rows), ct);
            default:
                return Refusal.Invalid("format", "choice-unknown");
        }
        return Done.It;
    }

    static bool HasLinks(SummaryView summary) => summary.Boards.Any(b => b.Clusters.SelectMany(c => c.Notes).Concat(b.Loose).Any(n => n.Linked.Count > 0));

    Report Report(SummaryView summary, Column[] columns, IAsyncEnumerable<IReadOnlyList<string?>> rows) => new(
        summary.Session.Title,
        [
            new("開催日", Wareki.Format(JapanTime.DayOf(summary.Session.OpenedAt, JapanTime.Zone))),
            new("参加者数", $"{summary.Seats}人"),
            .. summary.Tables.Select(t => new Fact(t.Name, $"{t.Seats}人")),
            .. summary.Session.Decisions.Select((d, i) => new Fact($"決まったこと{i + 1}", d)),
            .. summary.Hidden > 0 ? [new Fact("表示しない付箋", $"{summary.Hidden}枚")] : Array.Empty<Fact>(),
        ], columns, rows, clock.GetUtcNow());

    static async IAsyncEnumerable<IReadOnlyList<string?>> Rows(SummaryView summary)
    {
        await Task.CompletedTask;
        foreach (var board in summary.Boards)
        {
            foreach (var cluster in board.Clusters)
                foreach (var note in cluster.Notes) yield return Row(summary, board.Board.Question, cluster.Title, note);
            foreach (var note in board.Loose) yield return Row(summary, board.Board.Question, "", note);
        }
        foreach (var note in summary.Parked) yield return Row(summary, "あとで話すこと", "", note);
    }

    static List<string?> Row(SummaryView summary, string question, string cluster, SummarisedNote note) =>
        [question, cluster, note.Column, note.Text, .. summary.Session.Anonymous ? Array.Empty<string?>() : [note.Author], note.Dots.ToString(System.Globalization.CultureInfo.InvariantCulture), .. HasLinks(summary) ? [string.Join(" ／ ", note.Linked)] : Array.Empty<string?>()];
}
