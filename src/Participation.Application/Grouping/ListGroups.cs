using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Ledger;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>The groups of a consultation, the largest first. A group of one is not among them.</summary>
/// <param name="Section">Anchor: only those on a section and what stands in it.</param>
/// <param name="AtLeast">Only groups of so many.</param>
/// <param name="Hands">Only those that the asker, or nobody, has in hand.</param>
/// <param name="Office">Only those of an office.</param>
/// <param name="After">Of <see cref="GroupsView.Next"/>.</param>
[Audience(Audience.SpaceStaff)]
public sealed record ListGroups(string Slug, string? Section = null, GroupFilter? Kind = null, int AtLeast = 0, string? After = null, int Limit = 50, Hands? Hands = null, int? Office = null)
    : IRequest<Outcome<GroupsView>>;

/// <summary>How a group came about, as staff ask for it.</summary>
public enum GroupFilter
{
    Same,
    Letter,
    Meaning,
    Hand,
    Counter,
}

/// <param name="Opinions">All that count.</param>
/// <param name="Grouped">Of those, in a group or counter.</param>
/// <param name="Behind">Whether arrivals are still being put into groups.</param>
public sealed record GroupsView(IReadOnlyList<GroupRow> Items, string? Next, int Groups, int Opinions, int Grouped, bool Behind)
{
    public int Ungrouped => Math.Max(0, Opinions - Grouped);
}

/// <param name="Parts">How many groups were put into it.</param>
/// <param name="Text">Its first opinion's words.</param>
public sealed record GroupRow(int Number, int Version, GroupKind Kind, string? Title, string Text, string? Section, int Total, int Parts, bool ByMeaning, string? Office, string? AssigneeName);

sealed class ListGroupsHandler(AppDbContext db, GroupDesk desk, AccountSeal accounts) : IRequestHandler<ListGroups, Outcome<GroupsView>>
{
    const int TextAtMost = 240;

    public async Task<Outcome<GroupsView>> Handle(ListGroups ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var (consultation, plan) = entered.Value;
        var limit = Paging.Bound(ask.Limit);
        var all = db.OpinionGroups.AsNoTracking().Shown(consultation.Id);
        var groups = all.Where(g => g.Total >= ask.AtLeast);
        if (ask.Section is { } section)
        {
            var within = plan.Within(section);
            groups = groups.Where(g => within.Contains(g.Section!));
        }
        if (ask.Kind is { } kind) groups = Of(groups, kind);
        if (ask.Hands is Hands.Mine) groups = groups.Where(g => g.Assignee == desk.Actor);
        if (ask.Hands is Hands.Nobodys) groups = groups.Where(g => g.Assignee == null && g.OfficeId == null);
        if (ask.Office is { } office) groups = groups.Where(g => g.OfficeId == office);
        if (Cursor(ask.After) is var (total, number)) groups = groups.Where(g => g.Total < total || (g.Total == total && g.Number > number));
        var rows = await groups.OrderByDescending(g => g.Total).ThenBy(g => g.Number).Take(limit + 1)
            .Join(db.Opinions, g => g.FirstId, o => o.Id, (g, o) => new { Group = g, Text = o.MaskedText ?? o.Text })
            .Select(r => new GroupRow(
                r.Group.Number, r.Group.Version, r.Group.Kind, r.Group.Title, r.Text.Substring(0, TextAtMost), r.Group.Section,
                r.Group.Total, db.OpinionGroups.Count(p => p.IntoId == r.Group.Id), db.OpinionGroups.Any(p => p.IntoId == r.Group.Id && p.Joined == JoinedBy.Meaning),
                db.Offices.Where(o => o.Id == r.Group.OfficeId).Select(o => o.Name).FirstOrDefault(),
                r.Group.Assignee))
            .ToListAsync(ct);
        var names = await accounts.NamesOf(db, rows.Select(r => r.AssigneeName), ct);
        rows = [.. rows.OrderByDescending(r => r.Total).ThenBy(r => r.Number).Select(r => r with { AssigneeName = names.GetValueOrDefault(r.AssigneeName ?? "") })];
        var next = rows.Count > limit ? string.Create(CultureInfo.InvariantCulture, $"{rows[limit - 1].Total}-{rows[limit - 1].Number}") : null;
        var sums = await all.GroupBy(_ => 1).Select(g => new { Groups = g.Count(), Opinions = g.Sum(one => one.Total) }).SingleOrDefaultAsync(ct);
        var counted = await db.Tallies.AsNoTracking().Where(t => t.ConsultationId == consultation.Id && t.Dimension == TallyDimension.Total).SumAsync(t => t.Opinions, ct);
        return new GroupsView(rows[..Math.Min(limit, rows.Count)], next, sums?.Groups ?? 0, counted, sums?.Opinions ?? 0, await IsBehind(consultation.Stream, ct));
    }

    IQueryable<OpinionGroup> Of(IQueryable<OpinionGroup> groups, GroupFilter kind) => kind switch
    {
        GroupFilter.Same => groups.Where(g => g.Kind == GroupKind.Same),
        GroupFilter.Letter => groups.Where(g => g.Kind == GroupKind.Letter),
        GroupFilter.Counter => groups.Where(g => g.Kind == GroupKind.Counter),
        GroupFilter.Meaning => groups.Where(g => db.OpinionGroups.Any(p => p.IntoId == g.Id && p.Joined == JoinedBy.Meaning)),
        _ => groups.Where(g => g.Kind == GroupKind.Hand || db.OpinionGroups.Any(p => p.IntoId == g.Id && p.Joined == JoinedBy.Hand)),
    };

    Task<bool> IsBehind(string stream, CancellationToken ct) => db.Set<Data.Live.StreamHead>().AsNoTracking()
        .AnyAsync(h => h.Stream == stream && !db.GroupingPositions.Any(p => p.Stream == stream && p.Sequence >= h.Sequence), ct);

    static (int Total, int Number)? Cursor(string? after) =>
        after?.Split('-') is [var total, var number] && int.TryParse(total, CultureInfo.InvariantCulture, out var t) && int.TryParse(number, CultureInfo.InvariantCulture, out var n) ? (t, n) : null;
}
