using Microsoft.EntityFrameworkCore;
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

    /// <summary>Answers that are laid out one by one make a group of each: more than the different texts of the largest call we know (8,277).</summary>
    const int LeftAloneAtMost = 20_000;

    /// <summary>Those that stand on their own.</summary>
    public static IQueryable<OpinionGroup> Shown(this IQueryable<OpinionGroup> groups, int consultation) => groups.Where(g => g.ConsultationId == consultation).Standing();

    /// <summary>Those of several consultations.</summary>
    public static IQueryable<OpinionGroup> Shown(this IQueryable<OpinionGroup> groups, IReadOnlyList<int> consultations) => groups.Where(g => consultations.Contains(g.ConsultationId)).Standing();

    static IQueryable<OpinionGroup> Standing(this IQueryable<OpinionGroup> groups) =>
        groups.Where(g => g.IntoId == null && (g.Total >= Fewest || (g.Kind == GroupKind.Counter && g.Total > 0)));

    /// <summary>Opinions that others say word for word or in a form letter, too; what staff put together is not the same.</summary>
    public static IQueryable<AlikeOpinion> Alike(this AppDbContext db) => db.GroupMembers
        .Join(db.OpinionGroups.Where(g => g.Size > 1 && g.Kind != GroupKind.Hand), m => m.GroupId, g => g.Id, (m, g) => new AlikeOpinion { OpinionId = m.OpinionId, Others = g.Size - 1 });

    /// <summary>Opinions that count and were never put beside another: an index of their own, however many others there are.</summary>
    public static IQueryable<Opinion> Unplaced(this AppDbContext db, int consultation) => db.Opinions.Counted().Where(o => o.ConsultationId == consultation && !o.Grouped);

    /// <summary>
    /// Opinions that count and are alone in their group: staff took them out of one, their like was taken back, or they are answered one by
    /// one. Asked for first, from the groups of one: in a condition on opinions the engines would go through all of them. With <see cref="Unplaced"/> all
    /// that stand in no group.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> LeftAlone(this AppDbContext db, int consultation, CancellationToken ct)
    {
        var alone = db.OpinionGroups.Where(g => g.ConsultationId == consultation && g.Total == 1 && g.Kind != GroupKind.Counter).Select(g => g.Id);
        var parts = db.OpinionGroups.Where(g => g.IntoId != null && alone.Contains(g.IntoId.Value)).Select(g => g.Id);
        var members = db.GroupMembers.Where(m => m.Counted);
        return await members.Where(m => alone.Contains(m.GroupId)).Select(m => m.OpinionId)
            .Concat(members.Where(m => parts.Contains(m.GroupId)).Select(m => m.OpinionId)).OrderBy(id => id).Take(LeftAloneAtMost).ToListAsync(ct);
    }

    /// <summary>Of opinions named by their sequence, those that count and stand in no group. Asked of a whole consultation it would go through all of it.</summary>
    public static IQueryable<Opinion> Ungrouped(this AppDbContext db, int consultation, IReadOnlyList<long> among) => db.Opinions.Counted()
        .Where(o => o.ConsultationId == consultation && among.Contains(o.Sequence))
        .Where(o => !o.Grouped || !db.GroupMembers.Any(m => m.OpinionId == o.Id && db.OpinionGroups.Any(g => g.Id == m.GroupId
            && (g.Kind == GroupKind.Counter || g.Total >= Fewest || db.OpinionGroups.Any(r => r.Id == g.IntoId && (r.Total >= Fewest || r.Kind == GroupKind.Counter))))));
}

/// <summary>How many others say the same as an opinion.</summary>
sealed class AlikeOpinion
{
    public Guid OpinionId { get; init; }
    public int Others { get; init; }
}
