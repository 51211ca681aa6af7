using Microsoft.AspNetCore.Diagnostics;
using Participation.Domain.Outcomes;

namespace Participation.Web.Api;

/// <summary>A request the framework could not read (no JSON, another type, too large) is a refusal like others, not a fault of ours.</summary>
sealed class BadRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The middleware has already pointed the request at the error page.
        var asked = new PathString(httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path);
        if (exception is not BadHttpRequestException unreadable || !asked.StartsWithSegments("/api")) return false;
        var refusal = unreadable.StatusCode is StatusCodes.Status413PayloadTooLarge
            ? new Refusal(RefusalKind.TooLarge, "too-large")
            : new Refusal(RefusalKind.Invalid, "unreadable");
        await Problems.Of(refusal, httpContext).ExecuteAsync(httpContext);
        return true;
    }
}
