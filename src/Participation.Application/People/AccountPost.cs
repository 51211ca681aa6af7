using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Sites;
using Participation.Data;
using Participation.Domain.Mail;

namespace Participation.Application.People;

/// <summary>Queues the letters about an account, to be saved with the act they belong to.</summary>
sealed class AccountPost(AppDbContext db, SiteFaces faces, SiteAddress site, TimeProvider clock)
{
    /// <summary>Nobody can fill another's mailbox: one letter of a kind to one address in this time. The one that went is still good.</summary>
    static readonly TimeSpan OneIn = TimeSpan.FromMinutes(5);

    /// <summary>Links can be written.</summary>
    public bool KnowsTheSite => site.Of("/") is not null;

    /// <summary>A letter somebody asked for; asked for again at once, it is not sent twice.</summary>
    public async Task QueueAsked(string letter, string to, CancellationToken ct, params string[] paths)
    {
        var key = $"{letter}:{Hash(to)}:{clock.GetUtcNow().Ticks / OneIn.Ticks}";
        if (await db.OutgoingMails.AnyAsync(m => m.Key == key, ct)) return;
        await Add(key, letter, to, paths, ct);
    }

    /// <summary>A letter that tells of something done.</summary>
    public Task QueueTold(string letter, string to, CancellationToken ct, params string[] paths) =>
        Add($"{letter}:{Guid.CreateVersion7(clock.GetUtcNow())}", letter, to, paths, ct);

    async Task Add(string key, string letter, string to, string[] paths, CancellationToken ct)
    {
        var settings = (await faces.View(ct)).Settings;
        var own = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? settings.NameEnglish ?? settings.Name : settings.Name;
        var (subject, body) = Letters.Write(letter, [own ?? Letters.SiteName, .. paths.Select(path => site.Of(path) ?? "")]);
        db.OutgoingMails.Add(new OutgoingMail(key, to, subject, body, clock.GetUtcNow()));
    }

    /// <summary>Stands in an asked letter's key in the address's place.</summary>
    public static string Hash(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToUpperInvariant()))[..16]);
}
