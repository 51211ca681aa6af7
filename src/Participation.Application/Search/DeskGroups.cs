using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Grouping;
using Participation.Data;
using Participation.Data.Search;
using Participation.Domain.Grouping;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>グループ: by its name, by what colleagues noted on it, by the words that stand for it or for one of its parts.</summary>
sealed class DeskGroups(AppDbContext db) : IDeskSource
{
    /// <summary>More than staff name or note.</summary>
    const int NamedAtMost = 20_000, NotesAtMost = 5_000;

    /// <summary>As many opinions as the way from them to their groups is shorter for.</summary>
    const int FewOpinions = 1_000;

    /// <summary>Numbers of a consultation's groups are below this: the two together are a rank.</summary>
    const long Numbers = 1_000_000_000;

    public string Kind => "group";

    public async Task<DeskGroup> Search(DeskLook look, CancellationToken ct)
    {
        // How a group came is not one way: whoever asks for a channel asks for opinions.
        if (look.Channel is not null) return new(Kind, 0, true, [], null);
        var (ids, named) = (look.Ids, await Named(look, ct));
        var shown = db.OpinionGroups.AsNoTracking().Shown(ids);
        var found = await Few(look, ct) is { } few ? await Of(few, named, shown, ct) : Saying(look, named, shown);
        return await this.Page(await db.CountSome(found.OrderBy(g => g.ConsultationId).ThenBy(g => g.Number), ct), look, () => Read(found, look, ct));
    }

    /// <summary>The opinions that hold every term; null when they are many, as with a common word.</summary>
    async Task<List<Guid>?> Few(DeskLook look, CancellationToken ct)
    {
        var ids = look.Ids;
        // Asked as the opinions' own list asks, so that the engines go about it the same way; joined, they begin at the opinions.
        var shown = db.Opinions.Shown();
        var found = db.Found("opinion", look.Terms, look.Index).AsNoTracking()
            .Where(e => ids.Contains(e.Subject) && shown.Any(o => o.ConsultationId == e.Subject && o.Sequence == e.Number));
        var some = await db.InAnyOrder(found.OrderByDescending(e => e.Id)).Take(FewOpinions + 1).Select(e => new { e.Subject, e.Number }).ToListAsync(ct);
        if (some.Count > FewOpinions) return null;
        var few = new List<Guid>();
        foreach (var each in some.GroupBy(e => e.Subject, e => e.Number))
        {
            var numbers = each.ToList();
            few.AddRange(await db.Opinions.AsNoTracking().Where(o => o.ConsultationId == each.Key && numbers.Contains(o.Sequence)).Select(o => o.Id).ToListAsync(ct));
        }
        return few;
    }

    /// <summary>The groups that a few opinions stand for, or that those were put into.</summary>
    async Task<IQueryable<OpinionGroup>> Of(List<Guid> few, List<Guid> named, IQueryable<OpinionGroup> shown, CancellationToken ct)
    {
        var roots = await db.GroupMembers.AsNoTracking().Where(m => few.Contains(m.OpinionId)).Join(db.OpinionGroups, m => m.GroupId, g => g.Id, (m, g) => new { m.OpinionId, Group = g })
            .Where(g => g.Group.FirstId == g.OpinionId).Select(g => g.Group.IntoId ?? g.Group.Id).ToListAsync(ct);
        List<Guid> either = [.. roots.Concat(named).Distinct()];
        return shown.Where(g => either.Contains(g.Id));
    }

    /// <summary>From group to group to the folded words of what stands for it or for a part of it: of a common word a page is full soon.</summary>
    IQueryable<OpinionGroup> Saying(DeskLook look, List<Guid> named, IQueryable<OpinionGroup> shown)
    {
        var entries = db.SearchEntries.Where(e => e.Kind == "opinion" && e.Anchor == "");
        foreach (var term in look.Terms.All) entries = entries.Where(e => e.Folded.Contains(term));
        return shown.Where(g => named.Contains(g.Id)
            || db.Opinions.Any(o => o.Id == g.FirstId && entries.Any(e => e.Subject == g.ConsultationId && e.Number == o.Sequence))
            || db.OpinionGroups.Any(p => p.IntoId == g.Id && db.Opinions.Any(o => o.Id == p.FirstId && entries.Any(e => e.Subject == p.ConsultationId && e.Number == o.Sequence))));
    }

    async Task<IReadOnlyList<DeskHit>> Read(IQueryable<OpinionGroup> found, DeskLook look, CancellationToken ct)
    {
        if (look.After is { } after) found = found.Where(g => g.ConsultationId * Numbers + g.Number > after);
        var rows = await found.OrderBy(g => g.ConsultationId * Numbers + g.Number).Take(look.Limit + 1)
            .Join(db.Opinions, g => g.FirstId, o => o.Id, (g, o) => new { Group = g, Text = o.MaskedText ?? o.Text }).ToListAsync(ct);
        return
        [
            .. rows.Select(r => (Rank: (r.Group.ConsultationId * Numbers) + r.Group.Number, r.Group, r.Text)).OrderBy(r => r.Rank).Select(r => new DeskHit(
                r.Rank, look.Within[r.Group.ConsultationId].Slug, look.Within[r.Group.ConsultationId].Title, r.Group.Title ?? "", Snippet.Around(r.Text, look.Terms),
                Group: r.Group.Number, Total: r.Group.Total)),
        ];
    }

    /// <summary>The groups, or those that they were put into, whose name or notes hold every term.</summary>
    async Task<List<Guid>> Named(DeskLook look, CancellationToken ct)
    {
        var ids = look.Ids;
        var groups = db.OpinionGroups.AsNoTracking().Where(g => ids.Contains(g.ConsultationId));
        var titles = await groups.Where(g => g.Title != null).OrderByDescending(g => g.Number).Take(NamedAtMost).Select(g => new { Root = g.IntoId ?? g.Id, Words = g.Title! }).ToListAsync(ct);
        var notes = await db.GroupNotes.AsNoTracking().Join(groups, n => n.GroupId, g => g.Id, (n, g) => new { n.At, Root = g.IntoId ?? g.Id, n.Words })
            .OrderByDescending(n => n.At).Take(NotesAtMost).Select(n => new { n.Root, n.Words }).ToListAsync(ct);
        return [.. titles.Concat(notes).Where(n => look.Holds(SearchText.Fold(n.Words))).Select(n => n.Root).Distinct()];
    }
}
