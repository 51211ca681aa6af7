using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>Puts opinions that stand in no group together: into a new group, or into one that stands.</summary>
/// <param name="Opinions">By their sequence.</param>
[Audience(Audience.SpaceStaff)]
public sealed record GatherOpinions(string Slug, IReadOnlyList<long> Opinions, GroupSeen? To = null) : IRequest<Outcome<StepDone>>;

sealed class GatherOpinionsValidator : AbstractValidator<GatherOpinions>
{
    public GatherOpinionsValidator() => RuleFor(g => g.Opinions)
        .Must((gather, opinions) => opinions.Count >= (gather.To is null ? 2 : 1)).WithErrorCode("nothing-chosen")
        .Must(opinions => opinions.Count <= SplitGroupValidator.AtMost).WithErrorCode("too-many-chosen").WithState(_ => new object[] { SplitGroupValidator.AtMost });
}

sealed class GatherOpinionsHandler(AppDbContext db, GroupDesk desk, GroupLeaves leaves) : IRequestHandler<GatherOpinions, Outcome<StepDone>>
{
    public async Task<Outcome<StepDone>> Handle(GatherOpinions ask, CancellationToken ct)
    {
        var entered = await desk.EnterToChange(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var taken = await desk.Take(entered.Value.Id, ask.To is null ? [] : [ask.To], ct);
        if (taken.Refused) return taken.Why;
        var to = taken.Value.Count > 0 ? taken.Value[0] : null;
        if (to?.IntoId is not null) return Refusal.Conflict("group-changed", to.Number);
        var wanted = ask.Opinions.Distinct().ToList();
        var ids = await db.Ungrouped(entered.Value.Id, wanted).OrderBy(o => o.Sequence).Select(o => o.Id).ToListAsync(ct);
        if (ids.Count < wanted.Count) return Refusal.ChangedMeanwhile;

        var gather = await desk.Begin(entered.Value.Id, to is null ? StepKind.Merged : StepKind.Moved, ct);
        var alone = await leaves.Of(gather, ids, ct);
        var root = to ?? alone[0];
        foreach (var each in alone.Where(a => a != root)) gather.Join(each, [], root, JoinedBy.Hand);
        return new StepDone(await desk.Save(gather, ct), root.Number);
    }
}
