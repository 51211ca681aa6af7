using MediatR;
using Participation.Application.Following;

namespace Participation.Web.Pages.Following;

/// <summary>
/// What a mail program's own button does (RFC 8058): one POST, from no page of ours and with no cookie, so there is no form's token to
/// ask for; the sealed link is all it has, and all it needs.
/// </summary>
static class OneClick
{
    const long BodyAtMost = 1024;

    public static void MapOneClick(this WebApplication app)
    {
        app.MapPost(UnsubscribeLinks.OneClick, Unsubscribe).DisableAntiforgery();
        // A mail program that does not know the button opens its address instead; opening changes nothing.
        app.MapGet(UnsubscribeLinks.OneClick, (string? token) => Results.LocalRedirect($"{UnsubscribeLinks.Page}?token={Uri.EscapeDataString(token ?? "")}"));
    }

    static async Task<IResult> Unsubscribe(HttpContext http, IMediator mediator, string? token)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is null or > BodyAtMost) return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["List-Unsubscribe"] != "One-Click") return Results.BadRequest();
        // Nobody reads the answer: never a redirect, and no page.
        return (await mediator.Send(new UnsubscribeByLink(token), http.RequestAborted)).Refused ? Results.BadRequest() : Results.Ok();
    }
}
