using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.Live;
using Participation.Domain.Audit;
using Participation.Domain.Outcomes;

namespace Participation.Application.Audit;

/// <summary>Recomputes the whole audit chain.</summary>
[Audience(Audience.Operator)]
public sealed record VerifyAudit : IRequest<Outcome<AuditVerdict>>;

/// <param name="Entries">How many entries hold.</param>
/// <param name="BrokenAt">The first sequence that doesn't; null when all do.</param>
public sealed record AuditVerdict(long Entries, long? BrokenAt);

sealed class VerifyAuditHandler(AppDbContext db) : IRequestHandler<VerifyAudit, Outcome<AuditVerdict>>
{
    public async Task<Outcome<AuditVerdict>> Handle(VerifyAudit ask, CancellationToken ct)
    {
        var end = await db.Set<StreamHead>().AsNoTracking().SingleOrDefaultAsync(h => h.Stream == StreamHead.Audit, ct);
        var before = AuditHash.Genesis;
        long sequence = 0;
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            // Written after we read the head; the next check will cover them.
            if (entry.Sequence > (end?.Sequence ?? 0)) break;
            var hash = AuditHash.Next(before, sequence + 1, entry.At, entry.Actor, new Act(entry.Name, entry.Subject, entry.Detail));
            if (entry.Sequence != sequence + 1 || !hash.AsSpan().SequenceEqual(entry.Hash)) return new AuditVerdict(sequence, sequence + 1);
            (before, sequence) = (hash, entry.Sequence);
        }
        // A chain cut off at its end is whole in itself, but shorter than its head says.
        return new AuditVerdict(sequence, sequence == (end?.Sequence ?? 0) ? null : sequence + 1);
    }
}
