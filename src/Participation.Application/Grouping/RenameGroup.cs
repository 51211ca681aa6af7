using MediatR;
using Participation.Application.Pipeline;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>Gives a group a name; an empty one takes it back to its first opinion's words.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record RenameGroup(string Slug, GroupSeen Group, string? Title) : IRequest<Outcome<StepDone>>;

sealed class RenameGroupHandler(GroupDesk desk) : IRequestHandler<RenameGroup, Outcome<StepDone>>
{
    public async Task<Outcome<StepDone>> Handle(RenameGroup ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var taken = await desk.Take(entered.Value.Id, [ask.Group], ct);
        if (taken.Refused) return taken.Why;
        var rename = await desk.Begin(entered.Value.Id, StepKind.Renamed, ct);
        var renamed = rename.Rename(taken.Value[0], ask.Title);
        if (renamed.Refused) return renamed.Why;
        return new StepDone(await desk.Save(rename, ct), ask.Group.Number);
    }
}
