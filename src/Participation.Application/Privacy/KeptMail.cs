using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Mail;

namespace Participation.Application.Privacy;

/// <summary>Letters to them that have not gone yet. What one that has gone said is kept no longer.</summary>
sealed class KeptMail(AppDbContext db) : IKept
{
    public string Name => "mail";

    public IReadOnlyList<Type> Of => [typeof(OutgoingMail)];

    public async Task<object> Read(User person, CancellationToken ct) =>
        await db.OutgoingMails.AsNoTracking().Where(m => m.To == person.Email).OrderBy(m => m.QueuedAt)
            .Select(m => new Letter(m.Subject, m.QueuedAt, m.Status)).ToListAsync(ct);

    sealed record Letter(string Subject, DateTimeOffset QueuedAt, MailStatus Status);
}
