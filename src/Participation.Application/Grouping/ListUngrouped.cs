using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Ledger;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;

namespace Participation.Application.Grouping;

/// <summary>Opinions that stand in no group, in the order they arrived.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record ListUngrouped(string Slug, string? Section = null, long After = 0, int Limit = 50) : IRequest<Outcome<Page<UngroupedRow>>>;

public sealed record UngroupedRow(long Sequence, DateTimeOffset ReceivedAt, Channel Channel, string? Section, string Text);

sealed class ListUngroupedHandler(AppDbContext db, GroupDesk desk) : IRequestHandler<ListUngrouped, Outcome<Page<UngroupedRow>>>
{
    public async Task<Outcome<Page<UngroupedRow>>> Handle(ListUngrouped ask, CancellationToken ct)
    {
        var entered = await desk.Enter(ask.Slug, ct);
        if (entered.Refused) return entered.Why;
        var (consultation, plan) = entered.Value;
        var limit = Paging.Bound(ask.Limit);
        // Each walks an index of its own; what was never beside another is found without going through what was.
        IQueryable<Opinion> From(IQueryable<Opinion> some) => some.Where(o => o.Sequence > ask.After).OrderBy(o => o.Sequence).Take(limit + 1);
        var ids = await db.LeftAlone(consultation.Id, ct);
        var (unplaced, alone) = (db.Unplaced(consultation.Id), db.Opinions.Counted().Where(o => EF.Parameter(ids).Contains(o.Id)));
        var within = ask.Section is { } section ? plan.Within(section).Take(LedgerPlaces.SectionsAtMost).ToList() : null;
        var stretches = within is null ? [unplaced, alone] : within.Select(one => unplaced.Where(o => o.Section == one)).Append(alone.Where(o => within.Contains(o.Section!)));
        var rows = await stretches.Select(From).Aggregate((all, each) => all.Concat(each)).OrderBy(o => o.Sequence).Take(limit + 1)
            .Select(o => new UngroupedRow(o.Sequence, o.ReceivedAt, o.Channel, o.Section, o.MaskedText ?? o.Text)).ToListAsync(ct);
        return Page.Of(rows, limit, r => r.Sequence);
    }
}
