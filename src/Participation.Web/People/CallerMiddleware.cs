using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Participation.Application.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Web.Api;

namespace Participation.Web.People;

/// <summary>Tells the application who asks, and what they may do now: a cookie or a token only says which account it is.</summary>
static class CallerMiddleware
{
    /// <summary>The claim that holds a token's reach.</summary>
    public const string Scope = "scope";

    public static IApplicationBuilder UseCaller(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var caller = await CallerOf(http.User, http.RequestServices, http, http.RequestAborted);
        if (caller == Caller.Anonymous && http.Request.Headers.Authorization.Count > 0)
        {
            // Somebody who means to be known must not be taken for a stranger.
            var why = (await http.AuthenticateAsync()).Failure?.Message is TokenAuthentication.Expired ? TokenAuthentication.Expired : TokenAuthentication.Unknown;
            await Problems.Of(new Refusal(RefusalKind.Unauthenticated, why), http).ExecuteAsync(http);
            return;
        }
        http.RequestServices.GetRequiredService<CallerScope>().Current = caller;
        if (caller.UserId is not null) http.User = WithRoles(http.User, caller);
        await next(http);
    });

    public static async ValueTask<Caller> CallerOf(ClaimsPrincipal? user, IServiceProvider services, HttpContext? http, CancellationToken ct)
    {
        if (user?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id) return Caller.Anonymous;
        var scope = Enum.TryParse<TokenScope>(user.FindFirstValue(Scope), out var stated) ? stated : TokenScope.Work;
        return services.GetRequiredService<StaffDoor>().LetThrough(await services.GetRequiredService<Rights>().CallerOf(id, scope, ct), user, http);
    }

    /// <summary>For pages that let some people in only: roles of one space open the page, and its request says for which.</summary>
    static ClaimsPrincipal WithRoles(ClaimsPrincipal user, Caller caller)
    {
        var claims = user.Claims.Where(c => c.Type is not ClaimTypes.Role)
            .Concat(caller.Roles.Concat(caller.SpaceRoles.Select(r => r.Role)).Distinct().Select(role => new Claim(ClaimTypes.Role, role)));
        return new(new ClaimsIdentity(claims, user.Identity!.AuthenticationType));
    }
}
