using System.Net.Mime;
using MediatR;
using Microsoft.Net.Http.Headers;
using Participation.Application.Ledger;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.Web.Api;

namespace Participation.Web.Pages.Ledger;

/// <summary>Scans, for staff alone: shown as what their bytes are and nothing else, in a box of their own where nothing runs.</summary>
static class ScanFiles
{
    const string Box = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    public static void MapScans(this WebApplication app) =>
        app.MapGet("/staff/consultations/{slug}/submissions/{receipt}/scans/{scan:guid}.{extension}", Show);

    public static string AddressOf(string slug, string receipt, ScanView scan) =>
        $"/staff/consultations/{slug}/submissions/{receipt}/scans/{scan.Id}.{ExtensionOf(scan.Kind)}";

    /// <summary>Reads an uploaded file; the form's limit has cut off what is larger than all together may be.</summary>
    public static async Task<ScanFile> Read(IFormFile file, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        return new(file.FileName, bytes.ToArray());
    }

    static async Task<IResult> Show(HttpContext http, IMediator mediator, string slug, string receipt, Guid scan, string extension)
    {
        var opened = await mediator.Send(new OpenScan(slug, receipt, scan), http.RequestAborted);
        if (opened.Refused) return opened.Why.Kind is RefusalKind.NotFound ? Results.NotFound() : Problems.Of(opened.Why, http);
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Box;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Pictures are shown by the browser itself; a PDF or a TIFF is handed to whatever reads it.
        var shown = new ContentDispositionHeaderValue(opened.Value.Kind is ScanKind.Jpeg or ScanKind.Png ? DispositionTypeNames.Inline : DispositionTypeNames.Attachment);
        shown.SetHttpFileName(NameOf(opened.Value, receipt));
        headers.ContentDisposition = shown.ToString();
        return Results.Stream(opened.Value.Bytes, TypeOf(opened.Value.Kind));
    }

    /// <summary>Whatever it was called, it ends as what it is.</summary>
    static string NameOf(OpenedScan scan, string receipt) => $"{receipt}-{Plain(scan.Name)}.{ExtensionOf(scan.Kind)}";

    static string Plain(string name) => string.Concat(Path.GetFileNameWithoutExtension(name).Where(c => !"<>:\"|?*".Contains(c)));

    static string ExtensionOf(ScanKind kind) => kind switch { ScanKind.Pdf => "pdf", ScanKind.Jpeg => "jpg", ScanKind.Png => "png", _ => "tiff" };

    static string TypeOf(ScanKind kind) => kind switch
    {
        ScanKind.Pdf => MediaTypeNames.Application.Pdf, ScanKind.Jpeg => MediaTypeNames.Image.Jpeg, ScanKind.Png => MediaTypeNames.Image.Png, _ => MediaTypeNames.Image.Tiff,
    };
}
