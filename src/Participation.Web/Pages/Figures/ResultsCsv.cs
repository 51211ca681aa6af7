using MediatR;
using Microsoft.Extensions.Localization;
using Participation.Application.Consultations;
using Participation.Documents.Csv;
using Participation.Domain.Outcomes;
using Participation.Domain.Time;
using Participation.Web.Api;
using Participation.Web.Words;

namespace Participation.Web.Pages.Figures;

/// <summary>The table beside a chart as CSV: the same rows in the same words, days as programs read them.</summary>
static class ResultsCsv
{
    public static async Task<IResult> Show(HttpContext http, IMediator mediator, TimeProvider clock, IStringLocalizer<PageWords> words, string slug, string chart, int? edition = null)
    {
        var results = await mediator.Send(new GetResults(slug, edition), http.RequestAborted);
        if (results.Refused) return Problems.Of(results.Why, http);
        if (ResultSheets.Of(results.Value, JapanTime.DayOf(clock.GetUtcNow(), JapanTime.Zone), words).FirstOrDefault(s => s.Name == chart) is not { } sheet) return Problems.Of(Refusal.NotFound, http);
        using var csv = new MemoryStream();
        var rows = sheet.Rows.Append(sheet.Total).Select(IReadOnlyList<string?> (row) => [row.Plain ?? row.Label, .. row.Figures.Select(f => f.Plain)]);
        await CsvTable.Write(csv, sheet.Headers, rows.ToAsyncEnumerable(), http.RequestAborted);
        return Results.File(csv.ToArray(), "text/csv; charset=utf-8", $"{slug}-{chart}.csv");
    }
}
