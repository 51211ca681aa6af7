using Microsoft.EntityFrameworkCore;
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
        var alone = await db.Ungrouped(consultation).Select(o => o.Section).Distinct().ToListAsync(ct);
        return [.. grouped.Concat(alone).Distinct().OrderBy(s => s, StringComparer.Ordinal)];
    }

    /// <summary>Those of a section, in the order they arrived. What is masked weighs nothing: a suggestion says its words.</summary>
    /// <param name="atMost">The groups of many first, then those that stand alone.</param>
    public async Task<IReadOnlyList<(Guid Opinion, string Text)>> Of(int consultation, string? section, int atMost, CancellationToken ct) =>
        [.. (await Some(Groups(consultation).Where(g => g.Section == section), db.Ungrouped(consultation).Where(o => o.Section == section), atMost, ct))
            .OrderBy(o => o.Sequence).Select(o => (o.Id, o.Text))];

    /// <summary>Of the other sections, one for each group.</summary>
    public async Task<IReadOnlyList<string>> Besides(int consultation, string? section, int atMost, CancellationToken ct) =>
        [.. (await Some(Groups(consultation).Where(g => g.Section != section), db.Ungrouped(consultation).Where(o => o.Section != section), atMost, ct)).Select(o => o.Text)];

    async Task<IEnumerable<Compared>> Some(IQueryable<OpinionGroup> groups, IQueryable<Opinion> alone, int atMost, CancellationToken ct)
    {
        var grouped = await Texts(groups.OrderByDescending(g => g.Total).ThenBy(g => g.Number).Take(atMost).Join(db.Opinions, g => g.FirstId, o => o.Id, (_, o) => o)).ToListAsync(ct);
        return grouped.Concat(await Texts(alone.OrderBy(o => o.Sequence).Take(atMost - grouped.Count)).ToListAsync(ct));
    }

    static IQueryable<Compared> Texts(IQueryable<Opinion> opinions) => opinions.Select(o => new Compared(o.Id, o.Sequence, o.MaskedText ?? o.Text));

    sealed record Compared(Guid Id, long Sequence, string Text);

    IQueryable<OpinionGroup> Groups(int consultation) => db.OpinionGroups.AsNoTracking().Shown(consultation).Where(g => g.Kind != GroupKind.Counter);
}
