using MediatR;
using Participation.Application.Ledger;
using Participation.Documents.Csv;
using Participation.Domain.Outcomes;
using Participation.Web.Api;

namespace Participation.Web.Pages.Ledger;

/// <summary>An empty sheet with the columns that an import knows.</summary>
static class SheetTemplate
{
    public static void MapTemplate(this WebApplication app) => app.MapGet("/staff/consultations/{slug}/submissions/template.csv", Show);

    static async Task<IResult> Show(HttpContext http, IMediator mediator, string slug)
    {
        // For whoever may import here, and nobody else.
        var desk = await mediator.Send(new ListDesk(slug), http.RequestAborted);
        if (desk.Refused) return Problems.Of(desk.Why, http);
        using var csv = new MemoryStream();
        await CsvTable.Write(csv, SheetTemplates.Header, AsyncEnumerable.Empty<IReadOnlyList<string?>>(), http.RequestAborted);
        return Results.File(csv.ToArray(), "text/csv; charset=utf-8", "template.csv");
    }
}
