using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Data;
using Participation.Domain.Following;

namespace Participation.Application.Following;

/// <summary>Puts what waits for a digest into one mail for each reader. The mail and what is in it are one commit: neither twice, nor lost.</summary>
public sealed class DigestWriter(Followables followables, NoticeLetters letters, AccountSeal seal, NoticeOptions options, TimeProvider clock)
{
    const int AccountsAtOnce = 50;

    readonly ConcurrentDictionary<Cadence, DateTimeOffset> written = new();

    public async Task WriteDue(AppDbContext db, CancellationToken ct)
    {
        foreach (var cadence in new[] { Cadence.Daily, Cadence.Weekly })
        {
            var due = Digests.LastDue(cadence, options.DigestHour, clock.GetUtcNow());
            if (written.GetValueOrDefault(cadence) == due) continue;
            // While nobody has said where the site is, no link can be written, and all of it waits.
            if (await letters.Begin(ct) is not { } post) return;
            var after = "";
            while (await Page(db, cadence, due, after, ct) is { Count: > 0 } accounts)
            {
                await Write(db, post, accounts, cadence, due, ct);
                if (await db.SaveUnlessQuicker(ct)) after = accounts[^1];
            }
            written[cadence] = due;
        }
    }

    static Task<List<string>> Page(AppDbContext db, Cadence cadence, DateTimeOffset due, string after, CancellationToken ct) =>
        db.Notices.Where(n => n.Digest == cadence && n.At < due && n.UserId.CompareTo(after) > 0)
            .Select(n => n.UserId).Distinct().OrderBy(id => id).Take(AccountsAtOnce).ToListAsync(ct);

    async Task Write(AppDbContext db, NoticeLetters.Post post, List<string> ids, Cadence cadence, DateTimeOffset due, CancellationToken ct)
    {
        var rows = await db.Notices.Where(n => n.Digest == cadence && n.At < due && ids.Contains(n.UserId))
            .Join(db.Happenings, n => n.HappeningId, h => h.Id, (n, h) => new { Notice = n, Happening = h }).ToListAsync(ct);
        var people = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id) && u.EmailConfirmed && u.MailReturnedAt == null).ToListAsync(ct);
        var readers = people.Select(u => new NoticeReader(u.Id, seal.Open(u).Email, u.Language)).Where(r => r.Email is not "");
        var keys = ids.Select(account => NoticeLetters.DigestKey(cadence, due, account)).ToList();
        var sent = await db.OutgoingMails.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(ct);
        var abouts = await followables.Find(db, rows.Select(r => r.Happening.About), ct);
        foreach (var row in rows) row.Notice.Leave();
        foreach (var reader in readers.Where(r => !sent.Contains(NoticeLetters.DigestKey(cadence, due, r.UserId))))
        {
            var told = rows.Where(r => r.Notice.UserId == reader.UserId && abouts.ContainsKey(r.Happening.About))
                .OrderBy(r => r.Happening.At).Select(r => (r.Happening, abouts[r.Happening.About])).ToList();
            if (told.Count > 0) db.Add(await post.Digest(cadence, due, told, reader, ct));
        }
    }
}

/// <param name="DigestHour">The hour, in Asia/Tokyo, at which digests are written (docs/settings.md, Notices:*).</param>
public sealed record NoticeOptions(int DigestHour = Digests.UsualHour);
