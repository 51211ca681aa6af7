using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Participation.Application.People;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Web.Api;
using Participation.Web.People;

namespace Participation.Web.Pages.Account;

/// <summary>What the passkey island asks for before it can fill in its form, and where that form leads.</summary>
static class PasskeyAsking
{
    public static void MapPasskeys(this WebApplication app)
    {
        app.MapPost("/account/second-step/passkeys/ask", AskForNew).RequireAuthorization().WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost("/account/sign-in/passkey/ask", AskForSignIn).WithMetadata(new RequireAntiforgeryTokenAttribute());
        app.MapPost("/account/sign-in/passkey", SignIn).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    static async Task<IResult> AskForNew(HttpContext http, IMediator mediator, Passkeys passkeys, UserManager<User> users)
    {
        if (!FromOurForm(http)) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var allowed = await mediator.Send(new AllowPasskey(form["Form.Current"]), http.RequestAborted);
        if (allowed.Refused) return Problems.Of(allowed.Why, http);
        return Results.Json(await passkeys.AskForNew((await users.GetUserAsync(http.User))!, http));
    }

    static async Task<IResult> AskForSignIn(HttpContext http, Passkeys passkeys, Networks networks)
    {
        if (!FromOurForm(http)) return Results.BadRequest();
        if (!networks.MayTry(http)) return Problems.Of(Networks.TooMuch.Why!, http);
        return Results.Json(await passkeys.AskForSignIn(http));
    }

    static async Task<IResult> SignIn(HttpContext http, Doorkeeper door)
    {
        if (!FromOurForm(http)) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var target = PageSetup.Local(form["Form.Target"]);
        var entry = await door.ByPasskey(form["Form.Credential"], form["Form.State"], http);
        return Results.LocalRedirect(entry.Refused ? $"/account/sign-in?passkey=failed&ReturnUrl={Uri.EscapeDataString(target)}" : target);
    }

    static bool FromOurForm(HttpContext http) => http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true };
}
