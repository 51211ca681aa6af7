using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;

namespace Participation.Application.Grouping;

/// <summary>The groups that opinions are members of, for good; made where an opinion has none yet.</summary>
sealed class GroupLeaves(AppDbContext db)
{
    /// <returns>Each once, in the order of the opinions.</returns>
    public async Task<List<OpinionGroup>> Of(Regrouping act, IReadOnlyList<Guid> opinions, CancellationToken ct)
    {
        var rows = await db.Opinions.AsNoTracking().Where(o => opinions.Contains(o.Id)).Select(o => new { o.Id, o.Section, o.Status }).ToDictionaryAsync(o => o.Id, ct);
        var standing = await db.GroupMembers.Where(m => opinions.Contains(m.OpinionId))
            .Join(db.OpinionGroups, m => m.GroupId, g => g.Id, (m, g) => new { m.OpinionId, Group = g }).ToDictionaryAsync(s => s.OpinionId, s => s.Group, ct);
        return [.. opinions.Where(rows.ContainsKey)
            .Select(id => standing.TryGetValue(id, out var group) ? group : act.Alone(id, rows[id].Section, rows[id].Status is SubmissionStatus.Accepted)).Distinct()];
    }
}
