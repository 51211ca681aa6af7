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
                ReportFile.Send(http, mediator, to => new WriteSummary(code, format, to), format, $"workshop-{code}"));
    }
}
