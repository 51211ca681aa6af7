using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Consultations;

/// <summary>One consultation with its counts as they stand now.</summary>
[Audience(Audience.Public)]
public sealed record GetConsultation(string Slug) : IRequest<Outcome<ConsultationView>>;

sealed class GetConsultationHandler(AppDbContext db, ConsultationCatalog catalog, FreshReads fresh, TimeProvider clock, Caller caller)
    : IRequestHandler<GetConsultation, Outcome<ConsultationView>>
{
    public async Task<Outcome<ConsultationView>> Handle(GetConsultation ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Consultation: var consultation }) return Refusal.NotFound;
        var counts = await fresh.Get((nameof(Counts), consultation.Id, caller.IsStaffOf(consultation.Space)), async () =>
            Counts.Of(consultation, await db.Tallies.AsNoTracking().Where(t => t.ConsultationId == consultation.Id).ToListAsync(ct), caller));
        return ConsultationView.Of(consultation, clock.GetUtcNow(), counts);
    }
}
