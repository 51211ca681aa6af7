using MediatR;
using Microsoft.AspNetCore.Identity;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>すべての端末からサインアウトする: whatever was signed in so far is a stranger at its next click.</summary>
[Audience(Audience.SignedIn)]
public sealed record SignOutEverywhere : IRequest<Outcome<Done>>;

sealed class SignOutEverywhereHandler(AppDbContext db, OwnAccount own, UserManager<User> users, TimeProvider clock)
    : IRequestHandler<SignOutEverywhere, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(SignOutEverywhere ask, CancellationToken ct)
    {
        if (await own.Find(ct) is not { } user) return Refusal.NotFound;
        await users.UpdateSecurityStampAsync(user);
        db.Add(user.DeedOf(AccountDeedKind.SignedOutEverywhere, clock));
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
