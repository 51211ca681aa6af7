using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Live;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Moderation;
using Participation.Domain.Outcomes;

namespace Participation.Application.Moderation;

/// <summary>How many opinions are not shown, and why.</summary>
[Audience(Audience.Public)]
public sealed record CountWithheld(string Slug) : IRequest<Outcome<WithheldCounts>>;

public sealed record WithheldCounts(IReadOnlyDictionary<Withheld, int> ByReason);

sealed class CountWithheldHandler(AppDbContext db, ConsultationCatalog catalog, FreshReads fresh) : IRequestHandler<CountWithheld, Outcome<WithheldCounts>>
{
    public async Task<Outcome<WithheldCounts>> Handle(CountWithheld ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Consultation.Id: var id }) return Refusal.NotFound;
        return await fresh.Get((nameof(CountWithheld), id), async () => new WithheldCounts(
            await db.Opinions.AsNoTracking().Counted().Where(o => o.ConsultationId == id && o.Withheld != null)
                .GroupBy(o => o.Withheld!.Value).Select(g => new { Why = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Why, g => g.Count, ct)));
    }
}
