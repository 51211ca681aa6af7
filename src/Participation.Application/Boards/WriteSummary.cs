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
    /// <param name="Has">Whether the summary has anything for the column at all.</param>
    sealed record Part(Column Column, Func<Line, string?> Of, Func<SummaryView, bool>? Has = null);

    sealed record Line(string Question, string Cluster, SummarisedNote Note);

    // A session in which nobody gives a name has no column for names, one of questions alone none for dots.
    static readonly Part[] Parts =
    [
        new(new("問い", 24), l => l.Question), new(new("まとまり", 20), l => l.Cluster), new(new("列", 12), l => l.Note.Column, s => !IsOfQuestions(s)),
        new(new("付箋", 48), l => l.Note.Text, s => !IsOfQuestions(s)), new(new("質問", 48), l => l.Note.Text, IsOfQuestions),
        new(new("名前", 12), l => l.Note.Author, s => !s.Session.Anonymous),
        new(new("点", 6, Number: true), l => l.Note.Supports is null ? Figure(l.Note.Dots) : null, s => !IsOfQuestions(s)),
        new(new("聞きたい人", 8, Number: true), l => l.Note.Supports is { } supports ? Figure(supports) : null, AsksQuestions),
        new(new("答え", 10), l => l.Note.Supports is not null && l.Note.Answered ? "答えました" : null, AsksQuestions),
        new(new("つながり", 30), l => string.Join(" ／ ", l.Note.Linked), HasLinks),
    ];

    public async Task<Outcome<Done>> Handle(WriteSummary ask, CancellationToken ct)
    {
        var found = await mediator.Send(new GetSummary(ask.Code), ct);
        if (found.Refused) return found.Why;
        var summary = found.Value;
        var parts = Parts.Where(p => p.Has?.Invoke(summary) is not false).ToArray();
        Column[] columns = [.. parts.Select(p => p.Column)];
        var rows = Rows(summary, parts);
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

    static string Figure(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static bool IsOfQuestions(SummaryView summary) => summary.Session.Boards.All(b => b.Template.AsksQuestions());

    static bool AsksQuestions(SummaryView summary) => summary.Session.Boards.Any(b => b.Template.AsksQuestions());

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

    static async IAsyncEnumerable<IReadOnlyList<string?>> Rows(SummaryView summary, Part[] parts)
    {
        await Task.CompletedTask;
        foreach (var line in Lines(summary)) yield return [.. parts.Select(p => p.Of(line))];
    }

    static IEnumerable<Line> Lines(SummaryView summary) =>
    [
        .. summary.Boards.SelectMany(b => b.Clusters.SelectMany(c => c.Notes.Select(n => new Line(b.Board.Question, c.Title, n))).Concat(b.Loose.Select(n => new Line(b.Board.Question, "", n)))),
        .. summary.Parked.Select(n => new Line("あとで話すこと", "", n)),
    ];
}
