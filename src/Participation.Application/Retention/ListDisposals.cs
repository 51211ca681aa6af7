using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;

namespace Participation.Application.Retention;

/// <summary>消去の記録: whose senders were removed, how many, by which rule and when. The latest first.</summary>
/// <param name="Before">The id of the last one seen; ids begin with the instant.</param>
[Audience(Audience.Administrator)]
public sealed record ListDisposals(Guid? Before = null, int Limit = 50) : IRequest<Outcome<DisposalsFound>>;

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record DisposalsFound(IReadOnlyList<DisposalRow> Disposals, Guid? Next);

public sealed record DisposalRow(Guid Id, string Slug, string Title, int Months, int Removed, DateTimeOffset BegunAt, DateTimeOffset? RemovedAt);

sealed class ListDisposalsHandler(AppDbContext db) : IRequestHandler<ListDisposals, Outcome<DisposalsFound>>
{
    public async Task<Outcome<DisposalsFound>> Handle(ListDisposals ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var disposals = db.Disposals.AsNoTracking();
        if (ask.Before is { } before) disposals = disposals.Where(d => d.Id.CompareTo(before) < 0);
        var found = await disposals.OrderByDescending(d => d.Id).Take(limit + 1)
            .Join(db.Consultations, d => d.ConsultationId, c => c.Id, (d, c) => new { d, c.Slug, c.Title })
            .OrderByDescending(f => f.d.Id)
            .Select(f => new DisposalRow(f.d.Id, f.Slug, f.Title, f.d.Months, f.d.Removed, f.d.BegunAt, f.d.RemovedAt)).ToListAsync(ct);
        return found.Count > limit ? new DisposalsFound(found[..limit], found[limit - 1].Id) : new DisposalsFound(found, null);
    }
}
