using FluentValidation;
using MediatR;
using Participation.Application.Pipeline;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>Puts groups into the first of them.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record MergeGroups(string Slug, IReadOnlyList<GroupSeen> Groups) : IRequest<Outcome<StepDone>>;

/// <param name="Step">What can be taken back.</param>
/// <param name="Group">The number of the group that it is about now.</param>
public sealed record StepDone(Guid Step, int Group);

sealed class MergeGroupsValidator : AbstractValidator<MergeGroups>
{
    public const int AtMost = 100;

    public MergeGroupsValidator() => RuleFor(m => m.Groups).Cascade(CascadeMode.Stop)
        .Must(groups => groups is not null && groups.DistinctBy(g => g.Number).Count() >= 2).WithErrorCode("two-groups-at-least")
        .Must(groups => groups.Count <= AtMost).WithErrorCode("too-many-groups").WithState(_ => new object[] { AtMost });
}

sealed class MergeGroupsHandler(GroupDesk desk) : IRequestHandler<MergeGroups, Outcome<StepDone>>
{
    public async Task<Outcome<StepDone>> Handle(MergeGroups ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var taken = await desk.Take(entered.Value.Id, [.. ask.Groups.DistinctBy(g => g.Number)], ct);
        if (taken.Refused) return taken.Why;
        var (root, others) = (taken.Value[0], taken.Value.Skip(1).ToList());
        if (taken.Value.FirstOrDefault(g => g.IntoId is not null) is { } part) return Refusal.Conflict("group-changed", part.Number);
        var parts = await desk.PartsOf(others, ct);
        var merge = await desk.Begin(entered.Value.Id, StepKind.Merged, ct);
        foreach (var group in others) merge.Join(group, parts[group.Id], root, JoinedBy.Hand);
        return new StepDone(await desk.Save(merge, ct), root.Number);
    }
}
