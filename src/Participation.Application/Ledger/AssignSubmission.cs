using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>担当を決める: an office, a person, both or nobody.</summary>
/// <param name="Version">Of the assignment that was being looked at.</param>
[Audience(Audience.SpaceStaff)]
public sealed record AssignSubmission(string Slug, string Receipt, int? Office, string? Assignee, int Version) : IRequest<Outcome<Done>>;

sealed class AssignSubmissionHandler(AppDbContext db, DeskRows rows, TimeProvider clock, Caller caller) : IRequestHandler<AssignSubmission, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AssignSubmission ask, CancellationToken ct)
    {
        if (await rows.Find(ask.Slug, ask.Receipt, ct) is var row && row.Refused) return row.Why;
        var (submission, now) = (row.Value.Submission, clock.GetUtcNow());
        var known = await db.CanHand(ask.Office, submission.OfficeId, ask.Assignee, submission.Assignee, row.Value.Consultation.Space, now, ct);
        if (known.Refused) return known.Why;
        var assigned = submission.Assign(ask.Office, ask.Assignee, ask.Version, caller.ActorId, now);
        if (!assigned.Refused) await db.SaveChangesAsync(ct);
        return assigned;
    }
}
