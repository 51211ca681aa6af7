namespace Participation.Web.Hosting;

/// <summary>Nothing from elsewhere runs on our pages, and where a reader came from is told to nobody (a receipt's secret may be in it).</summary>
sealed class SecurityHeaders(RequestDelegate next)
{
    const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(http);
    }
}
