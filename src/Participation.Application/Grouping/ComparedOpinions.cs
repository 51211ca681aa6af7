using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;

namespace Participation.Application.Grouping;

/// <summary>What is compared for its meaning: one opinion for each group, and those that stand in none. Counters say too little.</summary>
sealed class ComparedOpinions(AppDbContext db)
{
    /// <summary>The sections that any of them speaks of, by their anchors; null for the plan as a whole.</summary>
    public async Task<IReadOnlyList<string?>> Sections(int consultation, CancellationToken ct)
    {
        var grouped = await Groups(consultation).Select(g => g.Section).Distinct().ToListAsync(ct);
        var alone = await db.Unplaced(consultation).Select(o => o.Section).Distinct().ToListAsync(ct);
        var again = await (await Again(consultation, ct)).Select(o => o.Section).Distinct().ToListAsync(ct);
        return [.. grouped.Concat(alone).Concat(again).Distinct().OrderBy(s => s, StringComparer.Ordinal)];
    }

    /// <summary>Those of a section, in the order they arrived. What is masked weighs nothing: a suggestion says its words.</summary>
    /// <param name="atMost">The groups of many first, then those that stand alone.</param>
    public async Task<IReadOnlyList<(Guid Opinion, string Text)>> Of(int consultation, string? section, int atMost, CancellationToken ct) =>
        [.. (await Some(consultation, g => g.Section == section, o => o.Section == section, atMost, ct))
            .OrderBy(o => o.Sequence).Select(o => (o.Id, o.Text))];

    /// <summary>Of the other sections, one for each group.</summary>
    public async Task<IReadOnlyList<string>> Besides(int consultation, string? section, int atMost, CancellationToken ct) =>
        [.. (await Some(consultation, g => g.Section != section, o => o.Section != section, atMost, ct)).Select(o => o.Text)];

    async Task<IEnumerable<Compared>> Some(
        int consultation, Expression<Func<OpinionGroup, bool>> ofGroups, Expression<Func<Opinion, bool>> ofOpinions, int atMost, CancellationToken ct)
    {
        var grouped = await Texts(Groups(consultation).Where(ofGroups).OrderByDescending(g => g.Total).ThenBy(g => g.Number).Take(atMost)
            .Join(db.Opinions, g => g.FirstId, o => o.Id, (_, o) => o)).ToListAsync(ct);
        IQueryable<Compared> First(IQueryable<Opinion> some) => Texts(some.Where(ofOpinions).OrderBy(o => o.Sequence).Take(atMost - grouped.Count));
        var alone = await First(db.Unplaced(consultation)).ToListAsync(ct);
        var again = await First(await Again(consultation, ct)).ToListAsync(ct);
        return grouped.Concat(alone.Concat(again).OrderBy(o => o.Sequence).Take(atMost - grouped.Count));
    }

    async Task<IQueryable<Opinion>> Again(int consultation, CancellationToken ct)
    {
        var ids = await db.LeftAlone(consultation, ct);
        return db.Opinions.Counted().Where(o => EF.Parameter(ids).Contains(o.Id));
    }

    static IQueryable<Compared> Texts(IQueryable<Opinion> opinions) => opinions.Select(o => new Compared(o.Id, o.Sequence, o.MaskedText ?? o.Text));

    sealed record Compared(Guid Id, long Sequence, string Text);

    IQueryable<OpinionGroup> Groups(int consultation) => db.OpinionGroups.AsNoTracking().Shown(consultation).Where(g => g.Kind != GroupKind.Counter);
}
