using System.Text;
using MediatR;
using Participation.Application.Sites;
using Participation.Domain.Sites;
using Participation.Web.Api;

namespace Participation.Web.Pages.Sites;

/// <summary>The city's mark and colours, from our own origin: no page carries a style of its own, which the security policy would refuse.</summary>
static class SiteFiles
{
    const string Forever = "public, max-age=31536000, immutable";

    public static void MapSiteFiles(this WebApplication app)
    {
        app.MapGet("/site-mark/{hash}", Mark);
        app.MapGet("/site.css", Colours);
    }

    /// <summary>Where the colours are, or null when the city keeps ours. Colours stand in the address, so another colour is another address.</summary>
    public static string? StyleOf(SiteSettings settings, string? within = null)
    {
        if (settings.ActionColour is null && settings.AccentColour is null) return null;
        return $"/site.css?action={Uri.EscapeDataString(settings.ActionColour ?? "")}&accent={Uri.EscapeDataString(settings.AccentColour ?? "")}{(within is null ? "" : $"&within={within}")}";
    }

    static async Task<IResult> Mark(HttpContext http, IMediator mediator, string hash)
    {
        var mark = await mediator.Send(new GetSiteMark(), http.RequestAborted);
        if (mark.Refused || mark.Value.Hash != hash) return Results.NotFound();
        http.Response.Headers.CacheControl = Forever;
        return Results.Bytes(mark.Value.Bytes, mark.Value.MediaType);
    }

    /// <summary>Dark pages keep our own colours: the city's were weighed against white paper.</summary>
    static IResult Colours(HttpContext http, string? action, string? accent, string? within)
    {
        var scope = within is "preview" ? ".site-preview" : ":root";
        var values = "";
        if (Colour.TryParse(action, out var blue))
            values += $"--action: {blue}; --action-strong: {blue.Mixed(default, 0.25)}; --action-soft: {blue.Mixed(Colour.White, 0.92)}; --on-action: {Colour.White}; ";
        if (Colour.TryParse(accent, out var warm))
            values += $"--accent: {warm}; --accent-ink: {warm.DarkenedUntil(SiteFace.ActionContrast)}; --accent-soft: {warm.Mixed(Colour.White, 0.92)}; ";
        http.Response.Headers.CacheControl = Forever;
        return Results.Text($"@media not all and (prefers-color-scheme: dark) {{ {scope} {{ {values}}} }}\n", "text/css", Encoding.UTF8);
    }
}
