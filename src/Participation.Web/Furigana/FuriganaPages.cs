using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Participation.Web.Furigana;

/// <summary>Readings above the kanji of our own words, for those who switched them on; everybody else's pages pass untouched.</summary>
static class FuriganaPages
{
    public const string Cookie = "furigana";

    public static bool IsOn(HttpContext http) => IsPossible && http.Request.Cookies[Cookie] is "on";

    /// <summary>English has no kanji of ours.</summary>
    public static bool IsPossible => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "ja";

    public static void UseFurigana(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        // Pages only: a stream of events or a file must never be held back.
        if (!IsOn(http) || http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
        {
            await next(http);
            return;
        }
        var body = http.Response.Body;
        using var page = new MemoryStream();
        http.Response.Body = page;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }
        var html = Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length);
        if (http.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true) html = RubyPage.Write(html);
        var bytes = Encoding.UTF8.GetBytes(html);
        if (http.Response.ContentLength is not null) http.Response.ContentLength = bytes.Length;
        if (bytes.Length > 0) await body.WriteAsync(bytes, http.RequestAborted);
    });

    /// <summary>Remembers the choice in a cookie that says nothing else.</summary>
    public static IResult Choose(HttpContext http, bool on, string? back)
    {
        http.Response.Cookies.Append(Cookie, on ? "on" : "off", new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps,
        });
        return Results.LocalRedirect(Pages.PageSetup.Local(back));
    }
}
