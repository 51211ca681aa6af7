using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.Privacy;

namespace Participation.Application.Privacy;

/// <summary>削除されたアカウントの記録, the latest first: ids and counts.</summary>
/// <param name="Before">The id of the last one seen; ids begin with the instant.</param>
[Audience(Audience.Administrator)]
public sealed record ListDepartures(Guid? Before = null, int Limit = 50) : IRequest<Outcome<DeparturesFound>>;

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record DeparturesFound(IReadOnlyList<DepartureRow> Departures, Guid? Next);

public sealed record DepartureRow(Guid Id, string Account, Leaving Words, int Senders, int Withdrawn, DateTimeOffset EndedAt);

sealed class ListDeparturesHandler(AppDbContext db) : IRequestHandler<ListDepartures, Outcome<DeparturesFound>>
{
    public async Task<Outcome<DeparturesFound>> Handle(ListDepartures ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var departures = db.Departures.AsNoTracking().Where(d => d.EndedAt != null);
        if (ask.Before is { } before) departures = departures.Where(d => d.Id.CompareTo(before) < 0);
        var found = await departures.OrderByDescending(d => d.Id).Take(limit + 1)
            .Select(d => new DepartureRow(d.Id, d.Account, d.Words, d.Senders, d.Withdrawn, d.EndedAt!.Value)).ToListAsync(ct);
        return found.Count > limit ? new DeparturesFound(found[..limit], found[limit - 1].Id) : new DeparturesFound(found, null);
    }
}
