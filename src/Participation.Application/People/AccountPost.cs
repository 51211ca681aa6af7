using Microsoft.EntityFrameworkCore;
using Participation.Application.Mail;
using Participation.Application.Sites;
using Participation.Data;
using Participation.Data.People;

namespace Participation.Application.People;

/// <summary>Queues the letters about an account, to be saved with the act they belong to.</summary>
sealed class AccountPost(AppDbContext db, LetterSeal seal, AccountSeal accounts, SiteFaces faces, SiteAddress site, TimeProvider clock)
{
    /// <summary>Nobody can fill another's mailbox: one letter of a kind to one address in this time. The one that went is still good.</summary>
    static readonly TimeSpan OneIn = TimeSpan.FromMinutes(5);

    /// <summary>Links can be written.</summary>
    public bool KnowsTheSite => site.Of("/") is not null;

    /// <summary>A letter somebody asked for; asked for again at once, it is not sent twice.</summary>
    public async Task QueueAsked(string letter, string to, CancellationToken ct, params string[] paths)
    {
        var key = $"{letter}:{Marked(await seal.KeyOf(to, ct))}:{clock.GetUtcNow().Ticks / OneIn.Ticks}";
        if (await db.OutgoingMails.AnyAsync(m => m.Key == key, ct)) return;
        await Add(key, letter, to, paths, ct);
    }

    /// <summary>A letter that tells of something done.</summary>
    public Task QueueTold(string letter, string to, CancellationToken ct, params string[] paths) =>
        Add($"{letter}:{Guid.CreateVersion7(clock.GetUtcNow())}", letter, to, paths, ct);

    /// <summary>The same, to an account's owner; nobody gets it when the keys of their address are not here.</summary>
    public Task QueueTold(string letter, User to, CancellationToken ct, params string[] paths) =>
        accounts.Open(to) is { Unreadable: false } owner ? QueueTold(letter, owner.Email, ct, paths) : Task.CompletedTask;

    async Task Add(string key, string letter, string to, string[] paths, CancellationToken ct)
    {
        var (subject, body) = Letters.Write(letter, [Letters.NameOf((await faces.View(ct)).Settings), .. paths.Select(path => site.Of(path) ?? "")]);
        db.OutgoingMails.Add(await seal.Queue(key, new(to, subject, body), clock.GetUtcNow(), ct));
    }

    /// <summary>Stands in an asked letter's key in the address's place.</summary>
    public static string Marked(byte[] mailbox) => Convert.ToHexStringLower(mailbox);
}
