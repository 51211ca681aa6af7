using Participation.Application.Consultations;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;

namespace Participation.Application.Grouping;

/// <summary>Which groups there are to see. Everything that lists or counts them passes through here.</summary>
static class GroupVisibility
{
    /// <summary>Two are a group; counters count from one.</summary>
    const int Fewest = 2;

    /// <summary>Those that stand on their own.</summary>
    public static IQueryable<OpinionGroup> Shown(this IQueryable<OpinionGroup> groups, int consultation) => groups.Where(g =>
        g.ConsultationId == consultation && g.IntoId == null && (g.Total >= Fewest || (g.Kind == GroupKind.Counter && g.Total > 0)));

    /// <summary>Opinions that count and stand in no group.</summary>
    public static IQueryable<Opinion> Ungrouped(this AppDbContext db, int consultation) => db.Opinions.Counted()
        .Where(o => o.ConsultationId == consultation)
        .Where(o => !db.GroupMembers.Any(m => m.OpinionId == o.Id && db.OpinionGroups.Any(g => g.Id == m.GroupId
            && (g.Kind == GroupKind.Counter || g.Total >= Fewest || db.OpinionGroups.Any(r => r.Id == g.IntoId && (r.Total >= Fewest || r.Kind == GroupKind.Counter))))));
}
