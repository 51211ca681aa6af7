using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Live;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.Plans;

/// <summary>Every version of the text that was published, the newest first.</summary>
[Audience(Audience.Public)]
public sealed record ListPlanVersions(string Slug) : IRequest<Outcome<IReadOnlyList<PlanVersionView>>>;

public sealed record PlanVersionView(int Version, DateTimeOffset ImportedAt);

sealed class ListPlanVersionsHandler(AppDbContext db, ConsultationCatalog catalog, FreshReads fresh)
    : IRequestHandler<ListPlanVersions, Outcome<IReadOnlyList<PlanVersionView>>>
{
    public async Task<Outcome<IReadOnlyList<PlanVersionView>>> Handle(ListPlanVersions ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Consultation.Id: var id }) return Refusal.NotFound;
        return await fresh.Get((nameof(ListPlanVersions), id), () => Read(id, ct));
    }

    async Task<List<PlanVersionView>> Read(int id, CancellationToken ct) =>
        await db.Plans.AsNoTracking().Where(p => p.ConsultationId == id).OrderByDescending(p => p.Version)
            .Select(p => new PlanVersionView(p.Version, p.ImportedAt)).ToListAsync(ct);
}
