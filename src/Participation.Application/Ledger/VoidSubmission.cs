using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>入力の取消し: what was keyed in by mistake counts no longer, with the reason. Until the result is published it can come back.</summary>
/// <param name="Version">Of the submission as it was being looked at.</param>
[Audience(Audience.SpaceStaff)]
public sealed record VoidSubmission(string Slug, string Receipt, string? Why, int Version) : IRequest<Outcome<Done>>;

/// <summary>Takes a <see cref="VoidSubmission"/> back.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record RestoreSubmission(string Slug, string Receipt, int Version) : IRequest<Outcome<Done>>;

sealed class VoidSubmissionHandler(AppDbContext db, DeskRows rows, TimeProvider clock, Caller caller)
    : IRequestHandler<VoidSubmission, Outcome<Done>>, IRequestHandler<RestoreSubmission, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(VoidSubmission ask, CancellationToken ct)
    {
        if (await rows.Find(ask.Slug, ask.Receipt, ct, opinions: true) is var row && row.Refused) return row.Why;
        return await Save(row.Value.Submission.Void(ask.Why, ask.Version, row.Value.Consultation, caller.ActorId, clock.GetUtcNow()), ct);
    }

    public async Task<Outcome<Done>> Handle(RestoreSubmission ask, CancellationToken ct)
    {
        if (await rows.Find(ask.Slug, ask.Receipt, ct, opinions: true) is var row && row.Refused) return row.Why;
        return await Save(row.Value.Submission.Restore(ask.Version, row.Value.Consultation, caller.ActorId, clock.GetUtcNow()), ct);
    }

    async Task<Outcome<Done>> Save(Outcome<Done> done, CancellationToken ct)
    {
        if (!done.Refused) await db.SaveChangesAsync(ct);
        return done;
    }
}
