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
/// Puts the groups that wait under suggested headings by section and subject, in the order of the plan. What stands already is not touched; one undo takes
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
        var inOrder = waiting.OrderBy(g => plan.Section(g.Section)?.Order ?? -1).ToList();
        foreach (var section in Outline.Suggest([.. inOrder.Select(g => new OutlinedText(plan.Section(g.Section)?.Anchor, texts[g.FirstId]))]))
        {
            var name = plan.Section(section.Section) is { } named ? NameOf(named) : ask.Whole;
            foreach (var subject in section.Subjects)
            {
                var heading = act.Head(section.Section, subject.Title ?? name, last = OutlinePlaces.Between(last, null)!.Value, suggested: true);
                if (heading.Refused) return heading.Why;
                foreach (var (text, i) in subject.Texts.Index().Select(t => (t.Item, t.Index))) act.Stand(inOrder[text], heading.Value.Id, OutlinePlaces.Of(i));
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
