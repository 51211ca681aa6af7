using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Moderation;

namespace Participation.Application.Moderation;

static class Cases
{
    /// <summary>The opinion's case, opened when there is none.</summary>
    public static async Task<ModerationCase> CaseOf(this AppDbContext db, Opinion opinion, string stream, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.ModerationCases.SingleOrDefaultAsync(c => c.OpinionId == opinion.Id, ct) is { } stands) return stands;
        var opened = new ModerationCase(opinion, stream, now);
        db.Add(opened);
        return opened;
    }
}
