using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Plans;

namespace Participation.Application.Plans;

static class PlanVersions
{
    /// <summary>One version whole, or null where there is none of that number.</summary>
    public static Task<Plan?> Version(this AppDbContext db, int consultation, int version, CancellationToken ct) =>
        db.Plans.AsNoTracking().AsSplitQuery().Include(p => p.Sections).Include(p => p.Passages)
            .SingleOrDefaultAsync(p => p.ConsultationId == consultation && p.Version == version, ct);
}
