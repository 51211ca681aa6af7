using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Answering;

namespace Participation.Application.Answering;

/// <summary>What the newest edition says, for pages that point at it.</summary>
static class NewestEdition
{
    public static Task<Guid?> NewestEditionOf(this AppDbContext db, int consultation, CancellationToken ct) =>
        db.Editions.AsNoTracking().Where(e => e.ConsultationId == consultation).OrderByDescending(e => e.Number).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(ct);

    /// <summary>By the number of a row: the passages of the plan that its answer changed, as they stand since; a passage that was taken out stands nowhere.</summary>
    public static async Task<ILookup<int, string>> ChangedByRow(this AppDbContext db, Guid edition, CancellationToken ct)
    {
        var revisions = await db.Set<EditionRevision>().AsNoTracking().Where(r => r.EditionId == edition && r.NewAnchor != null).OrderBy(r => r.Number).ToListAsync(ct);
        return revisions.SelectMany(r => r.Causes.Select(row => (row, r.NewAnchor))).ToLookup(r => r.row, r => r.NewAnchor!);
    }
}
