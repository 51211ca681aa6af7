using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>回答の作成に入る, once the window has closed.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record BeginAnswering(string Slug) : IRequest<Outcome<Done>>;

sealed class BeginAnsweringHandler(AppDbContext db, ConsultationCatalog catalog, TimeProvider clock, Caller caller)
    : IRequestHandler<BeginAnswering, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(BeginAnswering ask, CancellationToken ct)
    {
        var consultation = await db.Consultations.SingleOrDefaultAsync(c => c.Slug == ask.Slug, ct);
        if (consultation is null) return Refusal.NotFound;
        if (!caller.IsStaffOf(consultation.Space)) return Refusal.NotAllowed;
        var begun = consultation.BeginAnswering(clock.GetUtcNow());
        if (begun.Refused) return begun.Why;
        await db.SaveChangesAsync(ct);
        catalog.Forget(ask.Slug);
        return Done.It;
    }
}
