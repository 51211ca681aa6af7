using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>The headings with the groups under them, in order, and the groups that wait for one.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record GetOutline(string Slug) : IRequest<Outcome<OutlineView>>;

/// <param name="Waiting">The largest of the groups without a heading.</param>
/// <param name="AllWaiting">How many there are.</param>
public sealed record OutlineView(IReadOnlyList<HeadingView> Headings, IReadOnlyList<OutlinedGroup> Waiting, int AllWaiting);

public sealed record HeadingView(Guid Id, int Version, string Title, string? Section, bool Suggested, IReadOnlyList<OutlinedGroup> Groups);

public sealed record OutlinedGroup(int Number, int Version, string? Title, string Text, int Total);

sealed class GetOutlineHandler(AppDbContext db, GroupDesk desk) : IRequestHandler<GetOutline, Outcome<OutlineView>>
{
    /// <summary>What a page of one outline can hold and a person can put in order.</summary>
    public const int PlacedAtMost = 2_000, WaitingAtMost = 100;

    const int TextAtMost = 120;

    public async Task<Outcome<OutlineView>> Handle(GetOutline ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var id = entered.Value.Consultation.Id;
        var headings = await db.OutlineHeadings.AsNoTracking().Where(h => h.ConsultationId == id && !h.Gone).OrderBy(h => h.Place).ThenBy(h => h.Id).ToListAsync(ct);
        var shown = db.OpinionGroups.AsNoTracking().Shown(id).Join(db.Opinions, g => g.FirstId, o => o.Id, (g, o) => new { Group = g, Text = (o.MaskedText ?? o.Text).Substring(0, TextAtMost) });
        var placed = await shown.Where(r => r.Group.HeadingId != null).OrderBy(r => r.Group.Place).ThenBy(r => r.Group.Number).Take(PlacedAtMost).ToListAsync(ct);
        var waiting = await shown.Where(r => r.Group.HeadingId == null).OrderByDescending(r => r.Group.Total).ThenBy(r => r.Group.Number).Take(WaitingAtMost).ToListAsync(ct);
        var under = placed.ToLookup(r => r.Group.HeadingId!.Value, r => Row(r.Group, r.Text));
        return new OutlineView(
            [.. headings.Select(h => new HeadingView(h.Id, h.Version, h.Title, h.Section, h.Suggested, [.. under[h.Id]]))],
            [.. waiting.Select(r => Row(r.Group, r.Text))],
            await shown.CountAsync(r => r.Group.HeadingId == null, ct));
    }

    static OutlinedGroup Row(OpinionGroup g, string text) => new(g.Number, g.Version, g.Title, text, g.Total);
}
