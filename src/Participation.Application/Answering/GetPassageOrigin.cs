using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Outcomes;

namespace Participation.Application.Answering;

/// <summary>What a passage of the decided plan came from: the answers that changed it, and so the opinions behind them.</summary>
[Audience(Audience.Public)]
public sealed record GetPassageOrigin(string Slug, string Anchor) : IRequest<Outcome<PassageOrigin>>;

/// <param name="Revision">How it was changed, or taken out; null when no answer touched it, or the result is not public.</param>
/// <param name="Rows">Those of the result that caused it.</param>
public sealed record PassageOrigin(RevisionRow? Revision, IReadOnlyList<ResultRow> Rows);

sealed class GetPassageOriginHandler(AppDbContext db, ConsultationCatalog catalog) : IRequestHandler<GetPassageOrigin, Outcome<PassageOrigin>>
{
    static readonly PassageOrigin None = new(null, []);

    public async Task<Outcome<PassageOrigin>> Handle(GetPassageOrigin ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not var (consultation, _)) return Refusal.NotFound;
        if (consultation.PublishedAt is null || await db.NewestEditionOf(consultation.Id, ct) is not { } edition) return None;
        // By its anchor now, or by the one that it had before.
        var found = await db.Set<EditionRevision>().AsNoTracking()
            .Where(r => r.EditionId == edition && (r.NewAnchor == ask.Anchor || r.Anchor == ask.Anchor)).OrderBy(r => r.Number).FirstOrDefaultAsync(ct);
        if (found is null) return None;
        var numbers = found.Causes.ToList();
        var rows = await db.EditionRows.AsNoTracking().Where(r => r.EditionId == edition && numbers.Contains(r.Number)).ToListAsync(ct);
        var hidden = await db.HiddenIn(consultation.Id, ct);
        return new PassageOrigin(new(found.Number, found.Anchor, found.NewAnchor, found.Place, found.Before, found.After, found.Causes), [.. rows.OrderBy(r => r.Number).Select(hidden.Row)]);
    }
}
