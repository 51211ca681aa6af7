using Microsoft.AspNetCore.Diagnostics;
using Participation.Domain.Outcomes;
using Participation.Web.Api;

namespace Participation.Web.Pages;

/// <summary>An answer without a body gets one: a problem for programs, a page for people.</summary>
static class StatusPages
{
    public static async Task Answer(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            var refusal = http.Response.StatusCode is StatusCodes.Status404NotFound
                ? Refusal.NotFound
                : new Refusal(RefusalKind.Invalid, "unreadable");
            var status = http.Response.StatusCode;
            await Problems.Of(refusal, http, status).ExecuteAsync(http);
            return;
        }
        if (http.Response.StatusCode is not StatusCodes.Status404NotFound) return;
        // Read again as the page that says so, keeping the status.
        var path = http.Request.Path;
        http.Request.Path = NotFoundPath;
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        try
        {
            await context.Next(http);
        }
        finally
        {
            http.Request.Path = path;
        }
    }

    public const string NotFoundPath = "/not-found";
}
