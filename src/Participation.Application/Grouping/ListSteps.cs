using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>What staff did, the latest first.</summary>
/// <param name="Group">Only what changed this group.</param>
/// <param name="Since">And only after this version of it: what somebody else did meanwhile.</param>
[Audience(Audience.SpaceStaff)]
public sealed record ListSteps(string Slug, int? Group = null, int Since = 0, int Limit = 10) : IRequest<Outcome<StepsView>>;

public sealed record StepsView(IReadOnlyList<StepRow> Items);

/// <param name="Groups">Numbers of the groups that it changed.</param>
/// <param name="CanUndo">It stands, and nothing later that stands changed the same groups.</param>
public sealed record StepRow(Guid Id, StepKind Kind, DateTimeOffset At, string? By, IReadOnlyList<int> Groups, DateTimeOffset? UndoneAt, string? UndoneBy, bool CanUndo);

sealed class ListStepsHandler(AppDbContext db, GroupDesk desk, AccountSeal accounts) : IRequestHandler<ListSteps, Outcome<StepsView>>
{
    public async Task<Outcome<StepsView>> Handle(ListSteps ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var consultation = entered.Value.Consultation;
        var steps = db.GroupingSteps.AsNoTracking().Include(s => s.Touched).Where(s => s.ConsultationId == consultation.Id);
        if (ask.Group is { } number) steps = steps.Where(s => s.Touched.Any(t => t.Number == number && t.Version > ask.Since));
        var found = await steps.OrderByDescending(s => s.At).Take(Paging.Bound(ask.Limit)).ToListAsync(ct);
        var groups = found.SelectMany(s => s.Touched).Select(t => t.GroupId).Distinct().ToList();
        var standing = await db.GroupingSteps.Where(s => s.ConsultationId == consultation.Id && s.UndoneAt == null)
            .SelectMany(s => s.Touched).Where(t => groups.Contains(t.GroupId)).GroupBy(t => t.GroupId).Select(g => new { g.Key, Last = g.Max(t => t.Version) }).ToDictionaryAsync(g => g.Key, g => g.Last, ct);
        var names = await accounts.NamesOf(db, found.SelectMany(s => new[] { s.By, s.UndoneBy }), ct);
        return new StepsView(
        [
            .. found.Select(s => new StepRow(
                s.Id, s.Kind, s.At, names.GetValueOrDefault(s.By), [.. s.Touched.Where(t => t.Number > 0).Select(t => t.Number).Order()], s.UndoneAt, s.UndoneBy is null ? null : names.GetValueOrDefault(s.UndoneBy),
                consultation.PublishedAt is null && s.UndoneAt is null && s.Touched.TrueForAll(t => t.Version >= standing.GetValueOrDefault(t.GroupId)))),
        ]);
    }
}
