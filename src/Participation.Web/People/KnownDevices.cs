using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Participation.Web.People;

/// <summary>
/// Remembers, in a sealed cookie, that an account was once entered from here. Such a device has tries of its own: a stranger's
/// failures, and those of everybody else behind the same address, do not slow it down.
/// </summary>
sealed class KnownDevices(IDataProtectionProvider protection)
{
    const string Cookie = "participation-device";

    readonly IDataProtector seal = protection.CreateProtector("known device");

    /// <returns>The device's own name for this account; null when the account was never entered from here.</returns>
    public string? NameFor(string? userId, HttpContext http) =>
        Read(http) is [var known, var device] && known == userId ? device : null;

    public void Remember(string userId, HttpContext http)
    {
        if (NameFor(userId, http) is not null) return;
        http.Response.Cookies.Append(Cookie, seal.Protect($"{userId} {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}"), new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps,
        });
    }

    string[]? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Cookie] is { Length: > 0 } cookie ? seal.Unprotect(cookie).Split(' ') : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
