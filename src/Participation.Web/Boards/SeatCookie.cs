using Participation.Domain.Boards;

namespace Participation.Web.Boards;

/// <summary>
/// The edit key of a seat, kept on the phone for as long as a session and its evening last. No script can read it, and it is nobody's
/// name: only hashes of it are stored.
/// </summary>
static class SeatCookie
{
    const string Prefix = "participation-seat-";

    static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    public static string? Of(HttpContext? http, string code) =>
        SessionCode.Parse(code) is { } known && http is not null && http.Request.Cookies.TryGetValue(Prefix + known, out var key) ? key : null;

    public static void Give(HttpContext http, string code, EditKey key) => http.Response.Cookies.Append(Prefix + code, key.Value, new CookieOptions
    {
        MaxAge = Kept, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps,
    });
}
