using Microsoft.EntityFrameworkCore;
using Participation.Application.Mail;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Mail;
using Participation.Domain.Outcomes;

namespace Participation.Application.Privacy;

/// <summary>Letters to them that have not gone yet. What one that has gone said is kept no longer.</summary>
sealed class KeptMail(AppDbContext db, LetterSeal seal, AccountSeal accounts) : IKept
{
    public string Name => "mail";

    public IReadOnlyList<Type> Of => [typeof(OutgoingMail)];

    public async Task<object> Read(User person, CancellationToken ct)
    {
        var mailbox = await seal.KeyOf(accounts.Open(person).Email, ct);
        var letters = await db.OutgoingMails.AsNoTracking().Where(m => m.ToKey == mailbox).OrderBy(m => m.QueuedAt).ToListAsync(ct);
        return letters.ConvertAll(m => new Waiting(seal.Open(m)?.Subject, m.QueuedAt, m.Status));
    }

    /// <summary>Also of those that have gone: a letter's key holds a hash of its address, or the account.</summary>
    public async Task<Refusal?> Remove(User person, Gone gone, CancellationToken ct)
    {
        var mailbox = await seal.KeyOf(accounts.Open(person).Email, ct);
        var mark = $":{AccountPost.Marked(mailbox)}:";
        foreach (var letter in await db.OutgoingMails.Where(m => m.ToKey == mailbox || m.Key.Contains(mark) || m.Key.Contains(person.Id)).ToListAsync(ct)) letter.ForgetWhom();
        return null;
    }

    sealed record Waiting(string? Subject, DateTimeOffset QueuedAt, MailStatus Status);
}
