using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.Retention;

/// <summary>提出者の保管期間を決める, for one consultation. An administrator's to decide: what is removed is gone.</summary>
/// <param name="Months">After publication, or after the close while nothing is published; null for as long as the site says.</param>
[Audience(Audience.Administrator)]
public sealed record KeepSenders(string Slug, int? Months) : IRequest<Outcome<Done>>;

sealed class KeepSendersHandler(AppDbContext db, ConsultationCatalog catalog) : IRequestHandler<KeepSenders, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(KeepSenders ask, CancellationToken ct)
    {
        var consultation = await db.Consultations.SingleOrDefaultAsync(c => c.Slug == ask.Slug, ct);
        if (consultation is null) return Refusal.NotFound;
        if (await db.Disposals.AnyAsync(d => d.ConsultationId == consultation.Id, ct)) return Refusal.Conflict("disposal-begun");
        var kept = consultation.KeepSenders(ask.Months);
        if (kept.Refused) return kept.Why;
        await db.SaveChangesAsync(ct);
        catalog.Forget(ask.Slug);
        return Done.It;
    }
}
