using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Application.Plans;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>One group with its parts, and its members page by page.</summary>
/// <param name="After">The sequence after which members go on.</param>
[Audience(Audience.SpaceStaff)]
public sealed record ShowGroup(string Slug, int Number, long After = 0, int Limit = 50) : IRequest<Outcome<GroupView>>;

/// <param name="Into">The number of the group that it was put into; null while it stands on its own.</param>
public sealed record GroupView(
    int Number, int Version, GroupKind Kind, string? Title, string Text, string? Section, int Total, int? Into,
    GroupHands Hands, IReadOnlyList<GroupPart> Parts, IReadOnlyList<GroupNoteRow> Notes, Page<MemberRow> Members);

/// <summary>In whose hands a group is.</summary>
public sealed record GroupHands(int? OfficeId, string? Office, string? Assignee, string? AssigneeName);

/// <param name="Group">Number of the group that it was written on: a part keeps its own.</param>
public sealed record GroupNoteRow(int Group, DateTimeOffset At, string? ByName, string Words);

/// <summary>A group that was put into it.</summary>
public sealed record GroupPart(int Number, GroupKind Kind, JoinedBy Joined, string? Title, string Text, int Size);

/// <param name="Part">Number of the part that it is a member of.</param>
/// <param name="Likeness">To the text that stands for its part, in per cent.</param>
/// <param name="Pieces">Its words; those it does not share with that text are added or removed.</param>
public sealed record MemberRow(
    long Sequence, DateTimeOffset ReceivedAt, Channel Channel, string? Section, int Part, Placing Tier, int Likeness, string? PlacedBy, IReadOnlyList<TextPiece> Pieces);

sealed class ShowGroupHandler(AppDbContext db, GroupDesk desk, AccountSeal accounts) : IRequestHandler<ShowGroup, Outcome<GroupView>>
{
    const int NotesAtMost = 200;

    public async Task<Outcome<GroupView>> Handle(ShowGroup ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var id = entered.Value.Consultation.Id;
        var found = await db.OpinionGroups.AsNoTracking().Where(g => g.ConsultationId == id && g.Number == ask.Number)
            .Join(db.Opinions, g => g.FirstId, o => o.Id, (g, o) => new { Group = g, Text = o.MaskedText ?? o.Text }).SingleOrDefaultAsync(ct);
        if (found is null) return Refusal.NotFound;
        var group = found.Group;
        var into = group.IntoId is null ? null : await db.OpinionGroups.AsNoTracking().Where(g => g.Id == group.IntoId).Select(g => (int?)g.Number).SingleAsync(ct);
        var parts = await db.OpinionGroups.AsNoTracking().Where(p => p.IntoId == group.Id).OrderByDescending(p => p.Size).ThenBy(p => p.Number)
            .Join(db.Opinions, p => p.FirstId, o => o.Id, (p, o) => new { p.Id, p.Number, p.Kind, Joined = p.Joined!.Value, p.Title, Text = o.MaskedText ?? o.Text, p.Size }).ToListAsync(ct);
        var leaves = parts.ToDictionary(p => p.Id, p => (p.Number, p.Text));
        leaves[group.Id] = (group.Number, found.Text);
        return new GroupView(
            group.Number, group.Version, group.Kind, group.Title, found.Text, group.Section, group.Total, into,
            await Hands(group, ct),
            [.. parts.OrderByDescending(p => p.Size).ThenBy(p => p.Number).Select(p => new GroupPart(p.Number, p.Kind, p.Joined, p.Title, p.Text, p.Size))],
            await Notes(leaves, ct),
            await Members(leaves, ask, ct));
    }

    async Task<GroupHands> Hands(OpinionGroup group, CancellationToken ct)
    {
        var office = group.OfficeId is null ? null : await db.Offices.AsNoTracking().Where(o => o.Id == group.OfficeId).Select(o => o.Name).SingleOrDefaultAsync(ct);
        var names = await accounts.NamesOf(db, [group.Assignee], ct);
        return new(group.OfficeId, office, group.Assignee, names.GetValueOrDefault(group.Assignee ?? ""));
    }

    async Task<IReadOnlyList<GroupNoteRow>> Notes(Dictionary<Guid, (int Number, string Text)> leaves, CancellationToken ct)
    {
        var ids = leaves.Keys.ToList();
        var notes = await db.GroupNotes.AsNoTracking().Where(n => ids.Contains(n.GroupId)).OrderByDescending(n => n.At).Take(NotesAtMost).ToListAsync(ct);
        var names = await accounts.NamesOf(db, notes.Select(n => n.By), ct);
        return [.. notes.Select(n => new GroupNoteRow(leaves[n.GroupId].Number, n.At, names.GetValueOrDefault(n.By), n.Words))];
    }

    async Task<Page<MemberRow>> Members(Dictionary<Guid, (int Number, string Text)> leaves, ShowGroup ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var ids = leaves.Keys.ToList();
        var rows = await db.GroupMembers.AsNoTracking().Where(m => ids.Contains(m.GroupId) && m.Counted)
            .Join(db.Opinions, m => m.OpinionId, o => o.Id, (m, o) => new { Member = m, o.Sequence, o.ReceivedAt, o.Channel, o.Section, Text = o.MaskedText ?? o.Text })
            .Where(r => r.Sequence > ask.After).OrderBy(r => r.Sequence).Take(limit + 1).ToListAsync(ct);
        return Page.Of(rows, limit, r => r.Sequence).Map(r => new MemberRow(
            r.Sequence, r.ReceivedAt, r.Channel, r.Section, leaves[r.Member.GroupId].Number, r.Member.Tier, r.Member.Likeness, r.Member.PlacedBy,
            DifferingPieces.Of(leaves[r.Member.GroupId].Text, r.Text)));
    }
}
