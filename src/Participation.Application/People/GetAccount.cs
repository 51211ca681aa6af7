using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>One's own account.</summary>
[Audience(Audience.SignedIn)]
public sealed record GetAccount : IRequest<Outcome<AccountView>>;

/// <param name="Deeds">What changed how it is entered, the newest first.</param>
/// <param name="MailReturnedAt">Since when no notices are mailed, because mail came back.</param>
public sealed record AccountView(string Id, string Name, string Email, bool HasSecondStep, IReadOnlyList<DeedRow> Deeds, DateTimeOffset? MailReturnedAt = null);

/// <summary>One such change.</summary>
public sealed record DeedRow(AccountDeedKind Kind, DateTimeOffset At);

sealed class GetAccountHandler(AppDbContext db, AccountSeal accounts, Caller caller) : IRequestHandler<GetAccount, Outcome<AccountView>>
{
    const int DeedsShown = 20;

    public async Task<Outcome<AccountView>> Handle(GetAccount ask, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == caller.UserId, ct);
        if (user is null) return Refusal.NotFound;
        var deeds = await db.AccountDeeds.AsNoTracking().Where(d => d.UserId == user.Id).OrderByDescending(d => d.At).Take(DeedsShown)
            .Select(d => new DeedRow(d.Kind, d.At)).ToListAsync(ct);
        var owner = accounts.Open(user);
        return new AccountView(user.Id, owner.Name, owner.Email, user.TwoFactorEnabled, deeds, user.MailReturnedAt);
    }
}
