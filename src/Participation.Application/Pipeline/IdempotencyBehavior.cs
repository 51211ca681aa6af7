using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Data.Writing;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Pipeline;

/// <summary>
/// The same key and body gets the same answer and has one effect. The key is saved with the handler's own rows; requests that go
/// through the intake (<see cref="IIntakeRequest"/>) have theirs saved there.
/// </summary>
sealed class IdempotencyBehavior<TRequest, TValue>(AppDbContext db, Caller caller, TimeProvider clock)
    : IPipelineBehavior<TRequest, Outcome<TValue>>
    where TRequest : IKeyedRequest
{
    public async Task<Outcome<TValue>> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<Outcome<TValue>> next)
    {
        if (request.Key is null) return await next();
        var claim = caller.ClaimFor(request);
        if (await Earlier(claim, cancellationToken) is { } earlier) return Replay(earlier, claim);

        var key = new IdempotencyKey(claim, clock.GetUtcNow(), answer: null);
        db.Add(key);
        var outcome = await next();
        if (outcome.Refused)
        {
            db.Entry(key).State = EntityState.Detached;
            // A twin of this request may be why: then its answer is ours.
            return await Earlier(claim, cancellationToken) is { } twin ? Replay(twin, claim) : outcome;
        }
        key.Answer = JsonSerializer.Serialize(outcome.Value, KeyClaims.Json);
        // It is done: whoever asked and has gone meanwhile comes again for this answer.
        await db.SaveChangesAsync(CancellationToken.None);
        return outcome;
    }

    Task<IdempotencyKey?> Earlier(KeyClaim claim, CancellationToken ct) =>
        db.IdempotencyKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Key == claim.Key, ct);

    static Outcome<TValue> Replay(IdempotencyKey earlier, KeyClaim claim) =>
        earlier.Body != claim.Body ? Refusal.KeyReused
        : earlier.Answer is null ? Refusal.Conflict("still-at-work")
        : JsonSerializer.Deserialize<TValue>(earlier.Answer, KeyClaims.Json)!;
}

/// <summary>Marks a request whose key the intake claims in its own commit.</summary>
public interface IIntakeRequest : IKeyedRequest;
