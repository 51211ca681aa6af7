using MediatR;
using Participation.Application.Consultations;

namespace Participation.Web.Api;

/// <summary>A report as a download, for programs and for staff's pages.</summary>
static class ReportFile
{
    public static async Task<IResult> Send(HttpContext http, IMediator mediator, string slug, ReportFormat format)
    {
        // Spooled, so that a refusal half way is a refusal and not a torn file.
        var spool = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var written = await mediator.Send(new WriteReport(slug, format, spool), http.RequestAborted);
        if (written.Refused)
        {
            await spool.DisposeAsync();
            return Problems.Of(written.Why, http);
        }
        spool.Position = 0;
        http.Response.Headers.CacheControl = "no-store";
        return format is ReportFormat.Csv
            ? Results.File(spool, "text/csv; charset=utf-8", $"{slug}.csv")
            : Results.File(spool, "application/json; charset=utf-8", $"{slug}.json");
    }
}
