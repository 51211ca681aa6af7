using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Mail;
using Participation.Domain.Outcomes;

namespace Participation.Application.Privacy;

/// <summary>Letters to them that have not gone yet. What one that has gone said is kept no longer.</summary>
sealed class KeptMail(AppDbContext db) : IKept
{
    public string Name => "mail";

    public IReadOnlyList<Type> Of => [typeof(OutgoingMail)];

    public async Task<object> Read(User person, CancellationToken ct) =>
        await db.OutgoingMails.AsNoTracking().Where(m => m.To == person.Email).OrderBy(m => m.QueuedAt)
            .Select(m => new Letter(m.Subject, m.QueuedAt, m.Status)).ToListAsync(ct);

    /// <summary>Also of those that have gone: a letter's key holds a hash of its address.</summary>
    public async Task<Refusal?> Remove(User person, Gone gone, CancellationToken ct)
    {
        var hash = $":{AccountPost.Hash(person.Email!)}:";
        foreach (var letter in await db.OutgoingMails.Where(m => m.To == person.Email || m.Key.Contains(hash)).ToListAsync(ct)) letter.ForgetWhom();
        return null;
    }

    sealed record Letter(string Subject, DateTimeOffset QueuedAt, MailStatus Status);
}
