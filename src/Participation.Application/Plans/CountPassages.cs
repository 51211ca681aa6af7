using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Live;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.Plans;

/// <summary>How many opinions hang on each anchor, as everybody may see them. Anchors without one are left out.</summary>
[Audience(Audience.Public)]
public sealed record CountPassages(string Slug) : IRequest<Outcome<PassageCounts>>;

public sealed record PassageCounts(IReadOnlyDictionary<string, int> ByAnchor)
{
    public int Of(string anchor) => ByAnchor.GetValueOrDefault(anchor);
}

sealed class CountPassagesHandler(AppDbContext db, ConsultationCatalog catalog, FreshReads fresh)
    : IRequestHandler<CountPassages, Outcome<PassageCounts>>
{
    public async Task<Outcome<PassageCounts>> Handle(CountPassages ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Consultation.Id: var id }) return Refusal.NotFound;
        return await fresh.Get((nameof(CountPassages), id), async () => new PassageCounts(
            await db.Opinions.AsNoTracking().Counted().Where(o => o.ConsultationId == id && o.Anchor != null)
                .GroupBy(o => o.Anchor!).Select(g => new { Anchor = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Anchor, g => g.Count, ct)));
    }
}
