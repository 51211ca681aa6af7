using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Mail;
using Participation.Domain.Outcomes;

namespace Participation.Application.Mail;

/// <summary>Mail that has not gone, in the order it was queued: what waits, or what was set aside. What it says is nobody's to read.</summary>
/// <param name="After">The id of the last one seen; ids begin with the instant.</param>
[Audience(Audience.Administrator)]
public sealed record ListMail(bool SetAside, Guid? After = null, int Limit = 50) : IRequest<Outcome<MailFound>>;

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record MailFound(IReadOnlyList<MailRow> Mails, Guid? Next);

/// <summary>Tries one that was set aside anew.</summary>
[Audience(Audience.Administrator)]
public sealed record TryMailAgain(Guid Id) : IRequest<Outcome<Done>>;

/// <summary>Gives one up that was set aside.</summary>
[Audience(Audience.Administrator)]
public sealed record DiscardMail(Guid Id) : IRequest<Outcome<Done>>;

/// <param name="Words">What the remote server said of one that came back.</param>
/// <param name="To">Null, as is the subject, when the keys it was sealed with are not here.</param>
public sealed record MailRow(Guid Id, string? To, string? Subject, DateTimeOffset QueuedAt, DateTimeOffset? DueAt, int Tries, MailStatus Status, string? Fault, string? Words = null);

sealed class ListMailHandler(AppDbContext db, LetterSeal seal) : IRequestHandler<ListMail, Outcome<MailFound>>
{
    public async Task<Outcome<MailFound>> Handle(ListMail ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var mails = db.OutgoingMails.AsNoTracking();
        mails = ask.SetAside ? mails.Where(m => m.Status == MailStatus.SetAside || m.Status == MailStatus.Returned) : mails.Where(m => m.Status == MailStatus.Waiting || m.Status == MailStatus.Sending);
        if (ask.After is { } after) mails = mails.Where(m => m.Id.CompareTo(after) > 0);
        var found = (await mails.OrderBy(m => m.Id).Take(limit + 1).ToListAsync(ct)).ConvertAll(Row);
        return found.Count > limit ? new MailFound(found[..limit], found[limit - 1].Id) : new MailFound(found, null);
    }

    MailRow Row(OutgoingMail mail)
    {
        var letter = seal.Open(mail);
        return new(mail.Id, letter?.To, letter?.Subject, mail.QueuedAt, mail.DueAt, mail.Tries, mail.Status, mail.Fault, mail.Status is MailStatus.Returned ? letter?.Body : null);
    }
}

sealed class TryMailAgainHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<TryMailAgain, Outcome<Done>>, IRequestHandler<DiscardMail, Outcome<Done>>
{
    public Task<Outcome<Done>> Handle(TryMailAgain ask, CancellationToken ct) => Change(ask.Id, mail => mail.TryAgain(clock.GetUtcNow()), ct);

    public Task<Outcome<Done>> Handle(DiscardMail ask, CancellationToken ct) => Change(ask.Id, mail => mail.Discard(), ct);

    async Task<Outcome<Done>> Change(Guid id, Func<OutgoingMail, Outcome<Done>> change, CancellationToken ct)
    {
        var mail = await db.OutgoingMails.SingleOrDefaultAsync(m => m.Id == id, ct);
        if (mail is null) return Refusal.NotFound;
        var changed = change(mail);
        if (changed.Refused) return changed.Why;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
