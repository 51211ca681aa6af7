using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Eligibility;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Eligibility;

/// <summary>How well the city knows whoever asks, and by which ways it could know them better.</summary>
[Audience(Audience.SignedIn)]
public sealed record GetStanding : IRequest<Outcome<StandingView>>;

/// <param name="Until">Until when a resident is known; null for everybody else.</param>
/// <param name="Letter">A letter with a code that is on its way.</param>
/// <param name="HasRoll">There is a list to be looked up in.</param>
public sealed record StandingView(Standing Standing, Verifier? By, DateTimeOffset? Until, LetterState? Letter, bool HasRoll);

public enum LetterState
{
    Asked,
    Posted,
}

sealed class GetStandingHandler(AppDbContext db, Caller caller, TimeProvider clock) : IRequestHandler<GetStanding, Outcome<StandingView>>
{
    public async Task<Outcome<StandingView>> Handle(GetStanding ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var confirmed = await db.Users.AnyAsync(u => u.Id == caller.UserId && u.EmailConfirmed, ct);
        var verified = (await db.Verifications.AsNoTracking().Where(v => v.UserId == caller.UserId).ToListAsync(ct))
            .Where(v => v.HoldsAt(now)).MaxBy(v => v.Until);
        var letter = (await db.PostedCodes.AsNoTracking().Where(c => c.UserId == caller.UserId && c.UsedAt == null).ToListAsync(ct))
            .Where(c => c.WaitsAt(now)).MaxBy(c => c.AskedAt);
        var rolls = (await db.Rolls.AsNoTracking().Select(r => r.Until).ToListAsync(ct)).Any(until => now < until);
        return new StandingView(
            verified is not null ? Standing.Resident : confirmed ? Standing.Email : Standing.None, verified?.Verifier, verified?.Until,
            letter is null ? null : letter.PostedAt is null ? LetterState.Asked : LetterState.Posted, rolls);
    }
}
