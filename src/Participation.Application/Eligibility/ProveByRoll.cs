using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Eligibility;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Eligibility;

/// <summary>Proves to stand in a roll the city gave.</summary>
[Audience(Audience.SignedIn)]
public sealed record ProveByRoll(string? Name, DateOnly? Born, string? Number) : IRequest<Outcome<Done>>;

sealed class ProveByRollValidator : AbstractValidator<ProveByRoll>
{
    public ProveByRollValidator(TimeProvider clock)
    {
        this.AreFacts(a => a.Name, a => a.Born, clock);
        RuleFor(a => a.Number).MaximumLength(PersonalFacts.NumberAtMost).WithErrorCode("field-too-long").WithState(_ => new object[] { PersonalFacts.NumberAtMost });
    }
}

sealed class ProveByRollHandler(AppDbContext db, PersonKeys keys, Verifications verifications, SignInPaces paces, Caller caller, TimeProvider clock)
    : IRequestHandler<ProveByRoll, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(ProveByRoll ask, CancellationToken ct)
    {
        var userId = caller.UserId!;
        // Otherwise a roll could be read by asking it.
        if (paces.Begin($"roll {userId}", free: 5) is { Ticks: > 0 } wait) return AccountRefusals.TryLater(wait);
        var facts = new PersonalFacts(ask.Name!, ask.Born!.Value, ask.Number);
        var proof = await keys.ProofOf(facts, ct);
        var now = clock.GetUtcNow();
        var rolls = await db.Rolls.AsNoTracking().Where(r => r.Entries.Any(e => e.Proof == proof)).Select(r => r.Until).ToListAsync(ct);
        if (!rolls.Any(until => now < until)) return Refusal.Conflict("roll-not-in-it");
        var given = await verifications.Give(facts, userId, Verifier.Roll, ct);
        if (given.Refused) return given.Why;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
