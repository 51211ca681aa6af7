using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;

namespace Participation.Application.Grouping;

/// <summary>An opinion that a suggestion names, with the group that it stands in by now.</summary>
sealed record SuggestedOpinion(Guid Id, long Sequence, Channel Channel, string Text, OpinionGroup? Root);

sealed class SuggestedOpinions(AppDbContext db)
{
    /// <summary>Each group once; what was taken back meanwhile is not among them.</summary>
    public async Task<IReadOnlyList<SuggestedOpinion>> Of(GroupSuggestion suggestion, CancellationToken ct)
    {
        var ids = suggestion.Opinions;
        var opinions = await db.Opinions.AsNoTracking().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Sequence)
            .Select(o => new { o.Id, o.Sequence, o.Channel, Text = o.MaskedText ?? o.Text, o.Status }).ToListAsync(ct);
        var roots = await db.GroupMembers.AsNoTracking().Where(m => ids.Contains(m.OpinionId))
            .Join(db.OpinionGroups, m => m.GroupId, g => g.Id, (m, g) => new { m.OpinionId, Root = g.IntoId ?? g.Id })
            .Join(db.OpinionGroups.AsNoTracking(), m => m.Root, g => g.Id, (m, g) => new { m.OpinionId, Root = g }).ToDictionaryAsync(m => m.OpinionId, m => m.Root, ct);
        return
        [
            .. opinions.Where(o => o.Status is SubmissionStatus.Accepted || roots.GetValueOrDefault(o.Id) is { Total: > 0 })
                .Select(o => new SuggestedOpinion(o.Id, o.Sequence, o.Channel, o.Text, roots.GetValueOrDefault(o.Id)))
                .DistinctBy(o => o.Root?.Id ?? o.Id),
        ];
    }
}
