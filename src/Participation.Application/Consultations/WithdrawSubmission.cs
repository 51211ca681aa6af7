using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;

namespace Participation.Application.Consultations;

/// <summary>取り下げる: by the sender, before the close.</summary>
[Audience(Audience.Submitter)]
public sealed record WithdrawSubmission(string Number, string? Secret) : IRequest<Outcome<Done>>;

sealed class WithdrawSubmissionHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<WithdrawSubmission, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(WithdrawSubmission ask, CancellationToken ct)
    {
        if (!ReceiptNumber.TryParse(ask.Number, out var number)) return Refusal.NotFound;
        var submission = await db.Submissions.Include(s => s.Opinions)
            .OwnedBy(number, ReceiptSecrets.Hash(ask.Secret)).SingleOrDefaultAsync(ct);
        if (submission is null) return Refusal.NotFound;
        var consultation = await db.Consultations.AsNoTracking().SingleAsync(c => c.Id == submission.ConsultationId, ct);
        var withdrawn = submission.Withdraw(consultation, clock.GetUtcNow());
        if (withdrawn.Refused) return withdrawn.Why;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
