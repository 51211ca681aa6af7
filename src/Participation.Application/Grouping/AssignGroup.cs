using MediatR;
using Participation.Application.Ledger;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>担当を決める: hands a group to an office, a person, both or nobody.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record AssignGroup(string Slug, GroupSeen Group, int? Office, string? Assignee) : IRequest<Outcome<StepDone>>;

sealed class AssignGroupHandler(AppDbContext db, GroupDesk desk) : IRequestHandler<AssignGroup, Outcome<StepDone>>
{
    public async Task<Outcome<StepDone>> Handle(AssignGroup ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var taken = await desk.Take(entered.Value.Id, [ask.Group], ct);
        if (taken.Refused) return taken.Why;
        var group = taken.Value[0];
        var known = await db.CanHand(ask.Office, group.OfficeId, ask.Assignee, group.Assignee, entered.Value.Space, desk.Now, ct);
        if (known.Refused) return known.Why;
        var assign = await desk.Begin(entered.Value.Id, StepKind.Assigned, ct);
        assign.Assign(group, ask.Office, ask.Assignee);
        return new StepDone(await desk.Save(assign, ct), group.Number);
    }
}
