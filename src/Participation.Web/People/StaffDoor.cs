using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Participation.Domain.People;
using Participation.Web.Hosting;

namespace Participation.Web.People;

/// <summary>
/// Where a second step is asked of those who work for the city (Accounts:StaffSecondFactor), a password alone lets them in as the
/// citizens they are: the roles somebody gave them come with the second step. Programs have tokens, which people made after it.
/// </summary>
sealed class StaffDoor(AccountSettings settings)
{
    const string Withheld = "roles withheld";

    /// <param name="http">Remembers that roles were held back, so that whoever is refused for it is shown what to do.</param>
    public Caller LetThrough(Caller caller, ClaimsPrincipal user, HttpContext? http)
    {
        if (!IsWithheld(caller, user)) return caller;
        http?.Items.Add(Withheld, true);
        return caller with { Roles = caller.Roles.Except(Roles.Given).ToHashSet(), SpaceRoles = new HashSet<SpaceRole>() };
    }

    /// <summary>Leads to the page where the second step is set up; everybody else is told that they may not.</summary>
    public static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.HttpContext.Items.ContainsKey(Withheld) ? "/account/second-step?needed=1" : context.RedirectUri);
        return Task.CompletedTask;
    }

    bool IsWithheld(Caller caller, ClaimsPrincipal user) =>
        settings.StaffSecondFactor
        && (caller.Roles.Overlaps(Roles.Given) || caller.SpaceRoles.Count > 0)
        && user.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme
        && !user.HasClaim(Doorkeeper.Method, Doorkeeper.SecondStepDone);
}
