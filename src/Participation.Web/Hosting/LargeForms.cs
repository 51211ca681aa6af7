using Microsoft.AspNetCore.Http.Features;
using Participation.Data.Ledger;

namespace Participation.Web.Hosting;

/// <summary>
/// Forms that carry scans may be larger than all others: so large that a scan over its own limit is still read, and refused by name
/// beside everything else that was typed.
/// </summary>
static class LargeForms
{
    const int FilesAtOnce = 4;
    const long Words = 16 * 1024 * 1024;

    public static void UseLargeForms(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Path.StartsWithSegments("/staff/consultations", out var rest) && rest.Value!.Contains("/submissions", StringComparison.Ordinal)
            && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = http.RequestServices.GetRequiredService<ScanOptions>().LargestBytes * FilesAtOnce + Words;
        return next(http);
    });
}
