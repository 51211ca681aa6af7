using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>Takes an act back, whoever did it, for as long as nothing that stands was built on it.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record UndoStep(string Slug, Guid Step) : IRequest<Outcome<StepDone>>;

sealed class UndoStepHandler(AppDbContext db, GroupDesk desk) : IRequestHandler<UndoStep, Outcome<StepDone>>
{
    public async Task<Outcome<StepDone>> Handle(UndoStep ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var step = await db.GroupingSteps.Include(s => s.Touched).SingleOrDefaultAsync(s => s.Id == ask.Step && s.ConsultationId == entered.Value.Id, ct);
        if (step is null) return Refusal.NotFound;
        var touched = step.Touched.Select(t => t.GroupId).ToList();
        var ids = touched.Concat(step.Back.Select(b => b.Group)).Distinct().ToList();
        var groups = await db.OpinionGroups.Where(g => ids.Contains(g.Id)).ToDictionaryAsync(g => g.Id, ct);
        var giving = step.Back.Where(b => b.What is Reverse.Members).Select(b => b.Group).ToList();
        var members = giving.Count is 0 ? [] : await db.GroupMembers.Where(m => giving.Contains(m.GroupId)).ToListAsync(ct);
        var suggested = step.Back.Where(b => b.What is Reverse.Suggestion).Select(b => b.Group).ToList();
        var suggestion = suggested.Count is 0 ? null : await db.GroupSuggestions.SingleOrDefaultAsync(s => suggested.Contains(s.Id), ct);
        var headings = await db.OutlineHeadings.Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, ct);
        var undone = step.Undo(groups, headings, members.ToLookup(m => m.GroupId), suggestion, await IsBuiltOn(step, touched, ct), desk.Actor, desk.Now);
        if (undone.Refused) return undone.Why;
        await db.SaveChangesAsync(ct);
        return new StepDone(step.Id, step.Touched.Where(t => groups.TryGetValue(t.GroupId, out var group) && group.IntoId is null).Select(t => t.Number).DefaultIfEmpty().Min());
    }

    /// <summary>Versions only grow: what stands and touched one of the groups later was built on this.</summary>
    async Task<bool> IsBuiltOn(GroupingStep step, List<Guid> touched, CancellationToken ct)
    {
        var later = await db.GroupingSteps.Where(s => s.ConsultationId == step.ConsultationId && s.UndoneAt == null && s.Id != step.Id)
            .SelectMany(s => s.Touched).Where(t => touched.Contains(t.GroupId)).Select(t => new { t.GroupId, t.Version }).ToListAsync(ct);
        return later.Exists(l => step.Touched.Exists(t => t.GroupId == l.GroupId && l.Version > t.Version));
    }
}
