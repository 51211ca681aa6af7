using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Grouping;

namespace Participation.Application.Grouping;

/// <summary>A member with the section that its opinion speaks of.</summary>
sealed record ChosenMember(GroupMember Member, string? Section);

/// <summary>Members to be changed, by what staff call opinions.</summary>
sealed class GroupMembers(AppDbContext db)
{
    /// <summary>Those of the opinions that are in one of the groups, in the order they arrived.</summary>
    public async Task<List<ChosenMember>> Of(int consultation, IReadOnlyList<Guid> groups, IReadOnlyList<long> sequences, CancellationToken ct)
    {
        if (sequences.Count is 0) return [];
        var found = await db.Opinions.Where(o => o.ConsultationId == consultation && sequences.Contains(o.Sequence))
            .Join(db.GroupMembers.Where(m => groups.Contains(m.GroupId)), o => o.Id, m => m.OpinionId, (o, m) => new { o.Sequence, o.Section, Member = m })
            .OrderBy(f => f.Sequence).ToListAsync(ct);
        return [.. found.Select(f => new ChosenMember(f.Member, f.Section))];
    }
}
