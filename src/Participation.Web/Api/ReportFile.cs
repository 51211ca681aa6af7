using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Papers;
using Participation.Domain.Outcomes;
using Participation.Web.Pages.Papers;

namespace Participation.Web.Api;

/// <summary>A report as a download, for programs and for staff's pages.</summary>
static class ReportFile
{
    /// <summary>The ledger. It is staff's: its other forms are where they work on the consultation.</summary>
    public static Task<IResult> Send(HttpContext http, IMediator mediator, string slug, ReportFormat format) =>
        Send(http, mediator, to => new WriteReport(slug, format, to), format, slug, back: $"/staff/consultations/{slug}");

    public static Task<IResult> Send(HttpContext http, IMediator mediator, string slug, PaperKind kind, ReportFormat format, string? encoding, bool lossy) =>
        Send(http, mediator, to => new WritePaper(slug, kind, format, to, encoding is "cp932", lossy), format, $"{slug}-{kind.ToString().ToLowerInvariant()}", encoding is "cp932" ? "text/csv; charset=shift_jis" : null, PaperRefusals.PageOf(slug));

    /// <param name="back">The page that says why when this one can't be written, and offers the other forms.</param>
    public static async Task<IResult> Send<T>(
        HttpContext http, IMediator mediator, Func<Stream, IRequest<Outcome<T>>> write, ReportFormat format, string name, string? media = null, string? back = null)
    {
        // Spooled, so that a refusal half way is a refusal and not a torn file.
        var spool = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var written = await mediator.Send(write(spool), http.RequestAborted);
        if (written.Refused)
        {
            await spool.DisposeAsync();
            // Whoever followed a link reads why on a page; a program reads it as a problem.
            return !http.Request.Path.StartsWithSegments("/api") && back is not null && PaperRefusals.AddressOf(back, written.Why) is { } page ? Results.LocalRedirect(page) : Problems.Of(written.Why, http);
        }
        spool.Position = 0;
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(spool, media ?? MediaTypeOf(format), $"{name}.{ExtensionOf(format)}");
    }

    public static string ExtensionOf(ReportFormat format) => format.ToString().ToLowerInvariant();

    static string MediaTypeOf(ReportFormat format) => format switch
    {
        ReportFormat.Csv => "text/csv; charset=utf-8",
        ReportFormat.Json => "application/json; charset=utf-8",
        ReportFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ReportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ReportFormat.Pdf => "application/pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
