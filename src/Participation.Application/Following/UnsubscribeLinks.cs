using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
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
            if (string.IsNullOrEmpty(token) || token.Length > 1024 || !Base64Url.IsValid(token)) return null;
            var kept = Base64Url.DecodeFromChars(token);
            // A key that is revoked made them too: whoever has it could make one, and only quieten a mailbox.
            return Encoding.UTF8.GetString(seal is IPersistedDataProtector any ? any.DangerousUnprotect(kept, ignoreRevocationErrors: true, out _, out _) : seal.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
