using FluentValidation;
using MediatR;
using Participation.Application.Pipeline;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>Takes opinions and whole parts out of a group: into one of their own, or into another that stands.</summary>
/// <param name="Opinions">By their sequence.</param>
/// <param name="Parts">By their number.</param>
/// <param name="To">Where they go; null for a group of their own.</param>
[Audience(Audience.SpaceStaff)]
public sealed record SplitGroup(string Slug, GroupSeen Group, IReadOnlyList<long> Opinions, IReadOnlyList<int> Parts, GroupSeen? To = null) : IRequest<Outcome<StepDone>>;

sealed class SplitGroupValidator : AbstractValidator<SplitGroup>
{
    public const int AtMost = 500;

    public SplitGroupValidator()
    {
        RuleFor(s => s.Opinions).Must((split, opinions) => opinions.Count + split.Parts.Count > 0).WithErrorCode("nothing-chosen");
        RuleFor(s => s.Opinions).Must((split, opinions) => opinions.Count + split.Parts.Count <= AtMost).WithErrorCode("too-many-chosen").WithState(_ => new object[] { AtMost });
    }
}

sealed class SplitGroupHandler(GroupDesk desk, GroupMembers members) : IRequestHandler<SplitGroup, Outcome<StepDone>>
{
    public async Task<Outcome<StepDone>> Handle(SplitGroup ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var taken = await desk.Take(entered.Value.Id, ask.To is null ? [ask.Group] : [ask.Group, ask.To], ct);
        if (taken.Refused) return taken.Why;
        var (group, to) = (taken.Value[0], taken.Value.Count > 1 ? taken.Value[1] : null);
        if (group.IntoId is not null || group == to) return Refusal.Conflict("group-changed", group.Number);
        if (to?.IntoId is not null) return Refusal.Conflict("group-changed", to.Number);

        var standing = (await desk.PartsOf([group], ct))[group.Id].ToList();
        var parts = standing.Where(p => ask.Parts.Contains(p.Number)).ToList();
        var chosen = await members.Of(entered.Value.Id, [group.Id, .. standing.Select(p => p.Id)], ask.Opinions, ct);
        if (parts.Count < ask.Parts.Distinct().Count() || chosen.Count < ask.Opinions.Distinct().Count()) return Refusal.Conflict("group-changed", group.Number);
        chosen.RemoveAll(c => parts.Exists(p => p.Id == c.Member.GroupId));
        if (parts.Sum(p => p.Size) + chosen.Count(c => c.Member.Counted) >= group.Total) return Refusal.Invalid("opinions", "split-leaves-nothing");

        var split = await desk.Begin(entered.Value.Id, to is null ? StepKind.Split : StepKind.Moved, ct);
        foreach (var leaf in chosen.GroupBy(c => c.Member.GroupId).ToList()) parts.Add(split.TakeOut([.. leaf.Select(l => (l.Member, l.Section))], leaf.Key, group));
        // The newest of them leads, unless a group that stands already does.
        var lead = to ?? parts[^1];
        foreach (var part in parts) split.Part(part, group, part == lead ? null : lead);
        return new StepDone(await desk.Save(split, ct), lead.Number);
    }
}
