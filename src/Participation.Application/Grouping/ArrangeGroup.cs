using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>Gives a group its place under a heading.</summary>
/// <param name="Heading">Null: it waits for one again.</param>
/// <param name="Before">The number of the group that it stands before from then on; last when null.</param>
[Audience(Audience.SpaceStaff)]
public sealed record ArrangeGroup(string Slug, GroupSeen Group, Guid? Heading, int? Before = null) : IRequest<Outcome<StepDone>>;

sealed class ArrangeGroupHandler(AppDbContext db, GroupDesk desk) : IRequestHandler<ArrangeGroup, Outcome<StepDone>>
{
    public async Task<Outcome<StepDone>> Handle(ArrangeGroup ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var taken = await desk.Take(entered.Value.Id, [ask.Group], ct);
        if (taken.Refused) return taken.Why;
        var group = taken.Value[0];
        if (ask.Heading is { } heading && !await db.OutlineHeadings.AnyAsync(h => h.Id == heading && h.ConsultationId == group.ConsultationId && !h.Gone, ct))
            return Refusal.Conflict("heading-unknown");
        var arrange = await desk.Begin(group.ConsultationId, StepKind.Arranged, ct);
        if (ask.Heading is null) arrange.Stand(group, null, 0);
        else
        {
            var others = await db.OpinionGroups.Where(g => g.HeadingId == ask.Heading && g.Id != group.Id).OrderBy(g => g.Place).ThenBy(g => g.Number).ToListAsync(ct);
            var at = ask.Before is { } before ? others.FindIndex(g => g.Number == before) : -1;
            if (at < 0) at = others.Count;
            if (OutlinePlaces.Between(at > 0 ? others[at - 1].Place : null, at < others.Count ? others[at].Place : null) is { } place) arrange.Stand(group, ask.Heading, place);
            else
            {
                // No room between the two: all get new places.
                others.Insert(at, group);
                foreach (var (each, i) in others.Select((g, i) => (g, i))) arrange.Stand(each, ask.Heading, OutlinePlaces.Of(i));
            }
        }
        return new StepDone(await desk.Save(arrange, ct), group.Number);
    }
}
