using MediatR;
using Microsoft.EntityFrameworkCore;
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
        var opinions = db.Ungrouped(consultation.Id).AsNoTracking();
        if (ask.Section is { } section)
        {
            var within = plan.Within(section);
            opinions = opinions.Where(o => within.Contains(o.Section!));
        }
        var rows = await opinions.Where(o => o.Sequence > ask.After).OrderBy(o => o.Sequence).Take(limit + 1)
            .Select(o => new UngroupedRow(o.Sequence, o.ReceivedAt, o.Channel, o.Section, o.Text)).ToListAsync(ct);
        return Page.Of(rows, limit, r => r.Sequence);
    }
}
