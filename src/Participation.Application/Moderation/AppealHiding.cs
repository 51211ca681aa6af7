using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Moderation;
using Participation.Domain.Outcomes;

namespace Participation.Application.Moderation;

/// <summary>異議を申し立てる: the author of a hidden opinion, by the receipt, once.</summary>
[Audience(Audience.Submitter)]
public sealed record AppealHiding(string Number, string? Secret, long Sequence, string? Words) : IRequest<Outcome<Done>>;

sealed class AppealHidingValidator : AbstractValidator<AppealHiding>
{
    public AppealHidingValidator() => RuleFor(a => a.Words).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("required")
        .MaximumLength(ModerationCase.AppealAtMost).WithErrorCode("text-too-long").WithState(_ => new object[] { ModerationCase.AppealAtMost });
}

sealed class AppealHidingHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<AppealHiding, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AppealHiding ask, CancellationToken ct)
    {
        if (!ReceiptNumber.TryParse(ask.Number, out var number)) return Refusal.NotFound;
        var own = db.Submissions.OwnedBy(number, ReceiptSecrets.Hash(ask.Secret)).SelectMany(s => s.Opinions).Where(o => o.Sequence == ask.Sequence).Select(o => o.Id);
        var moderated = await db.ModerationCases.SingleOrDefaultAsync(c => own.Contains(c.OpinionId), ct);
        if (moderated is null) return Refusal.NotFound;
        var appealed = moderated.AppealWith(ask.Words!.Trim(), clock.GetUtcNow());
        if (appealed.Refused) return appealed;
        await db.SaveChangesAsync(ct);
        return Done.It;
    }
}
