using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Mail;
using Participation.Domain.Mail;

namespace Participation.TestKit;

/// <summary>A letter that waits or was set aside, opened.</summary>
public sealed record WaitingLetter(Guid Id, string Key, string To, string Subject, string Body, string? Unsubscribe, MailStatus Status);

/// <summary>How tests read and write letters, whatever they are kept as.</summary>
public static class WaitingLetters
{
    /// <summary>Letters to an address that have not gone, the oldest first.</summary>
    public static async Task<IReadOnlyList<WaitingLetter>> Letters(this TestApp app, string to) => [.. (await app.Letters()).Where(letter => letter.To == to)];

    /// <summary>All that have not gone and can be read.</summary>
    public static async Task<IReadOnlyList<WaitingLetter>> Letters(this TestApp app)
    {
        var seal = app.Services.GetRequiredService<LetterSeal>();
        var mails = await app.With(db => db.OutgoingMails.AsNoTracking().Where(m => m.Sealed != null && m.Status != MailStatus.Returned).OrderBy(m => m.Id).ToListAsync());
        return [.. mails.Select(m => (Mail: m, Letter: seal.Open(m)!)).Where(m => m.Letter is not null)
            .Select(m => new WaitingLetter(m.Mail.Id, m.Mail.Key, m.Letter.To, m.Letter.Subject, m.Letter.Body, m.Letter.Unsubscribe, m.Mail.Status))];
    }

    /// <summary>Queues a letter, changed as a test likes before it is saved.</summary>
    public static async Task<Guid> Queue(this TestApp app, Letter letter, string? key = null, Action<OutgoingMail>? change = null)
    {
        var mail = await app.Services.GetRequiredService<LetterSeal>().Queue(key ?? $"{Guid.NewGuid()}", letter, app.Clock.Now, default);
        change?.Invoke(mail);
        return await app.With(async db =>
        {
            db.Add(mail);
            await db.SaveChangesAsync();
            return mail.Id;
        });
    }

    /// <summary>What waits for an address goes, as the mail server takes it.</summary>
    public static async Task Post(this TestApp app, string to)
    {
        var ids = (await app.Letters(to)).Select(letter => letter.Id).ToList();
        await app.With(async db =>
        {
            foreach (var letter in await db.OutgoingMails.Where(m => ids.Contains(m.Id)).ToListAsync())
            {
                letter.Take(app.Clock.Now);
                letter.MarkSent();
            }
            return await db.SaveChangesAsync();
        });
    }
}
