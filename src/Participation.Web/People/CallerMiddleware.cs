using System.Security.Claims;
using Participation.Application.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Web.Api;

namespace Participation.Web.People;

/// <summary>Tells the application who asks.</summary>
static class CallerMiddleware
{
    public static IApplicationBuilder UseCaller(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var caller = CallerOf(http.User);
        if (caller == Caller.Anonymous && http.Request.Headers.Authorization.Count > 0)
        {
            // Somebody who means to be known must not be taken for a stranger.
            await Problems.Of(new Refusal(RefusalKind.Unauthenticated, "token-unknown"), http).ExecuteAsync(http);
            return;
        }
        http.RequestServices.GetRequiredService<CallerScope>().Current = caller;
        await next(http);
    });

    public static Caller CallerOf(ClaimsPrincipal? user) =>
        user?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new Caller { ActorId = id, UserId = id, Roles = user.FindAll(ClaimTypes.Role).Select(c => c.Value).ToHashSet() }
            : Caller.Anonymous;
}
