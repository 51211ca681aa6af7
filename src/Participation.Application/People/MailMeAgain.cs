using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>もう一度メールを受け取る: the mailbox works again, says its owner. If it does not, the next letter comes back as this one did.</summary>
[Audience(Audience.SignedIn)]
public sealed record MailMeAgain : IRequest<Outcome<Done>>;

sealed class MailMeAgainHandler(AppDbContext db, Caller caller) : IRequestHandler<MailMeAgain, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(MailMeAgain ask, CancellationToken ct)
    {
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == caller.UserId, ct) is not { } user) return Refusal.NotFound;
        user.MailReturnedAt = null;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
