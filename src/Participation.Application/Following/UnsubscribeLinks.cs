using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Participation.Application.Following;

/// <summary>
/// Links in mail that end such mail without signing in. They hold the account's id, sealed, and do not end: a mail that is found
/// again years later can still be declined. All that they open is a quieter mailbox.
/// </summary>
public sealed class UnsubscribeLinks(IDataProtectionProvider protection)
{
    public const string Page = "/account/unsubscribe", OneClick = Page + "/one-click";

    readonly IDataProtector seal = protection.CreateProtector("unsubscribe");

    /// <summary>A page with one button.</summary>
    public string PageFor(string userId) => $"{Page}?token={seal.Protect(userId)}";

    /// <summary>For mail programs that do it themselves (RFC 8058).</summary>
    public string OneClickFor(string userId) => $"{OneClick}?token={seal.Protect(userId)}";

    /// <returns>The account; null when the link is not ours.</returns>
    internal string? Read(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) || token.Length > 1024 ? null : seal.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
