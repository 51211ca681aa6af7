using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.Plans;

namespace Participation.Application.Plans;

/// <summary>One passage, also where only an older version has it: links that were shared go on leading somewhere.</summary>
[Audience(Audience.Public)]
public sealed record GetPassage(string Slug, string Anchor) : IRequest<Outcome<PassagePlace>>;

/// <param name="Version">The version it is read in; the newest that has it.</param>
/// <param name="Current">The version that is current.</param>
/// <param name="Path">From the outermost section to its own.</param>
/// <param name="Became">The passage of the current version that it was rewritten into, where it is an older one's.</param>
public sealed record PassagePlace(int Version, int Current, PassageView Passage, IReadOnlyList<AnchoredSection> Path, string? Became)
{
    public bool IsCurrent => Version == Current;
}

sealed class GetPassageHandler(AppDbContext db, ConsultationCatalog catalog) : IRequestHandler<GetPassage, Outcome<PassagePlace>>
{
    public async Task<Outcome<PassagePlace>> Handle(GetPassage ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not var (consultation, plan)) return Refusal.NotFound;
        if (plan.Passage(ask.Anchor) is { } passage) return Place(plan, plan.Version, passage, null);
        var version = await db.Plans.AsNoTracking()
            .Where(p => p.ConsultationId == consultation.Id && p.Passages.Any(one => one.Anchor == ask.Anchor)).MaxAsync(p => (int?)p.Version, ct);
        if (version is null) return Refusal.NotFound;
        var old = PlanIndex.Of(await db.Version(consultation.Id, version.Value, ct));
        var became = PlanChanges.Between(new(old.Sections, old.Passages), new(plan.Sections, plan.Passages))
            .First(c => c.Before?.Anchor == ask.Anchor).After?.Anchor;
        return Place(old, plan.Version, old.Passage(ask.Anchor)!, became);
    }

    static PassagePlace Place(PlanIndex plan, int current, AnchoredPassage passage, string? became) => new(
        plan.Version, current, PassageView.Of(passage), plan.PathTo(passage.Anchor), became);
}
