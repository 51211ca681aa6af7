using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Boards;

/// <summary>The workshop that a submission of a ledger comes from, and which of its clusters are in it; none for any other submission.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record GetOrigin(string Consultation, string Receipt) : IRequest<Outcome<IReadOnlyList<OriginView>>>;

/// <param name="Code">Of the session; its summary is at <c>/b/CODE/summary</c>.</param>
/// <param name="Cluster">Empty when nobody named it.</param>
public sealed record OriginView(string Code, string Session, string Cluster);

sealed class GetOriginHandler(AppDbContext db, ConsultationCatalog catalog, Caller caller) : IRequestHandler<GetOrigin, Outcome<IReadOnlyList<OriginView>>>
{
    public async Task<Outcome<IReadOnlyList<OriginView>>> Handle(GetOrigin ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Consultation, ct) is not { } entry) return Refusal.NotFound;
        if (!caller.IsStaffOf(entry.Consultation.Space)) return Refusal.NotAllowed;
        return Outcome<IReadOnlyList<OriginView>>.Of(await (
            from carried in db.CarriedClusters.AsNoTracking()
            where carried.Consultation == ask.Consultation && carried.Receipt == ask.Receipt
            join cluster in db.Clusters on carried.ClusterId equals cluster.Id
            join session in db.WorkshopSessions on cluster.SessionId equals session.Id
            orderby carried.Ordinal
            select new OriginView(session.Code, session.Title, cluster.Title)).ToListAsync(ct));
    }
}
