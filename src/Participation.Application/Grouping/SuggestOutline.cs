using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Application.Plans;
using Participation.Data;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;
using Participation.Domain.Plans;

namespace Participation.Application.Grouping;

/// <summary>
/// Puts the groups that wait under suggested headings, in the order of the plan. What stands already is not touched; one undo takes
/// it all back.
/// </summary>
/// <param name="Whole">How a heading is called for groups on the plan as a whole, in the words of the page.</param>
[Audience(Audience.SpaceStaff)]
public sealed record SuggestOutline(string Slug, string Whole) : IRequest<Outcome<StepDone>>;

sealed class SuggestOutlineHandler(AppDbContext db, GroupDesk desk, Headings headings) : IRequestHandler<SuggestOutline, Outcome<StepDone>>
{
    public async Task<Outcome<StepDone>> Handle(SuggestOutline ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var id = entered.Value.Id;
        var waiting = await db.OpinionGroups.Shown(id).Where(g => g.HeadingId == null).OrderByDescending(g => g.Total).ThenBy(g => g.Number)
            .Take(GetOutlineHandler.PlacedAtMost).ToListAsync(ct);
        if (waiting.Count is 0) return Refusal.Conflict("nothing-waits");
        var firsts = waiting.Select(g => g.FirstId).ToList();
        var texts = await db.Opinions.AsNoTracking().Where(o => firsts.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.MaskedText ?? o.Text, ct);
        var plan = (await desk.Enter(ask.Slug, ct)).Value.Plan;

        var act = await desk.Begin(id, StepKind.Arranged, ct);
        var last = await headings.LastPlace(id, ct);
        foreach (var section in waiting.GroupBy(g => plan.Section(g.Section)?.Anchor).OrderBy(s => plan.Section(s.Key)?.Order ?? -1))
        {
            var name = plan.Section(section.Key) is { } named ? NameOf(named) : ask.Whole;
            foreach (var (title, under) in SubjectHeadings.Of(name, [.. section.Select(g => (g, texts[g.FirstId]))]))
            {
                var heading = act.Head(section.Key, title, last = OutlinePlaces.Between(last, null)!.Value, suggested: true);
                if (heading.Refused) return heading.Why;
                foreach (var (group, i) in under.Select((g, i) => (g, i))) act.Stand(group, heading.Value.Id, OutlinePlaces.Of(i));
            }
        }
        return new StepDone(await desk.Save(act, ct), 0);
    }

    static string NameOf(AnchoredSection section)
    {
        var name = $"{section.Number} {NoteMarks.Shown(section.Title)}".Trim();
        return name.Length > OutlineHeading.TitleAtMost ? name[..OutlineHeading.TitleAtMost] : name;
    }
}
