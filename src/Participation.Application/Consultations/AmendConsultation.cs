using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>募集内容を変更する: what an announced call says, within <see cref="Amending"/>.</summary>
/// <param name="To">What is null, or an empty title, stays as it is; so do slug, space and time zone.</param>
/// <param name="Seen">When it had last been amended as the caller saw it, null for never; another instant is refused (<c>changed-meanwhile</c>).</param>
[Audience(Audience.SpaceStaff)]
public sealed record AmendConsultation(string Slug, AnnounceConsultation To, string? Reason, DateTimeOffset? Seen) : IRequest<Outcome<ConsultationView>>;

sealed class AmendConsultationValidator : AbstractValidator<AmendConsultation>
{
    public AmendConsultationValidator()
    {
        RuleFor(a => a.To).SetValidator(new AnnounceConsultationValidator()).OverridePropertyName("");
        RuleFor(a => a.Reason).MaximumLength(2000).WithErrorCode("field-too-long").WithState(_ => new object[] { 2000 });
    }
}

sealed class AmendConsultationHandler(AppDbContext db, ConsultationCatalog catalog, IMediator mediator, TimeProvider clock, Caller caller)
    : IRequestHandler<AmendConsultation, Outcome<ConsultationView>>
{
    public async Task<Outcome<ConsultationView>> Handle(AmendConsultation ask, CancellationToken ct)
    {
        var consultation = await db.Consultations.SingleOrDefaultAsync(c => c.Slug == ask.Slug, ct);
        if (consultation is null) return Refusal.NotFound;
        if (!caller.IsStaffOf(consultation.Space)) return Refusal.NotAllowed;
        if (consultation.AmendedAt != ask.Seen) return Refusal.ChangedMeanwhile;
        var settings = ask.To.Over(consultation).Read();
        if (settings.Refused) return settings.Why;
        var amended = consultation.Amend(settings.Value, ask.Reason, clock.GetUtcNow());
        if (amended.Refused) return amended.Why;
        await db.SaveChangesAsync(ct);
        catalog.Forget(ask.Slug);
        return await mediator.Send(new GetConsultation(ask.Slug), ct);
    }
}
