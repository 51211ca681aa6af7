using MediatR;
using Participation.Application.Boards;
using Participation.Application.Consultations;
using Participation.Web.Api;

namespace Participation.Web.Boards;

/// <summary>A summary as a file to take home.</summary>
static class SummaryFiles
{
    static readonly ReportFormat[] Formats = [ReportFormat.Csv, ReportFormat.Docx, ReportFormat.Xlsx, ReportFormat.Pdf];

    public static void MapSummaries(this IEndpointRouteBuilder app)
    {
        foreach (var format in Formats)
            app.MapGet($"/b/{{code}}/summary.{ReportFile.ExtensionOf(format)}", (HttpContext http, IMediator mediator, string code) =>
                ReportFile.Send(http, mediator, to => new WriteSummary(code, format, to), format, $"workshop-{code}", back: $"/b/{code}/summary"));
        app.MapGet("/b/{code}/picture-{place:int}.svg", Picture);
    }

    static async Task<IResult> Picture(HttpContext http, IMediator mediator, string code, int place)
    {
        var drawing = new MemoryStream();
        var drawn = await mediator.Send(new DrawBoard(code, place, drawing), http.RequestAborted);
        if (drawn.Refused) return Problems.Of(drawn.Why, http);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(drawing.ToArray(), "image/svg+xml");
    }
}
