using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>Puts a scan aside that was attached to the wrong submission: it is kept, with who did so.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record SetScanAside(string Slug, string Receipt, Guid Scan) : IRequest<Outcome<Done>>;

/// <summary>Takes a <see cref="SetScanAside"/> back.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record BringScanBack(string Slug, string Receipt, Guid Scan) : IRequest<Outcome<Done>>;

sealed class PutScanHandler(AppDbContext db, DeskRows rows, TimeProvider clock, Caller caller)
    : IRequestHandler<SetScanAside, Outcome<Done>>, IRequestHandler<BringScanBack, Outcome<Done>>
{
    public Task<Outcome<Done>> Handle(SetScanAside ask, CancellationToken ct) => Put(ask.Slug, ask.Receipt, ask.Scan, aside: true, ct);

    public Task<Outcome<Done>> Handle(BringScanBack ask, CancellationToken ct) => Put(ask.Slug, ask.Receipt, ask.Scan, aside: false, ct);

    async Task<Outcome<Done>> Put(string slug, string receipt, Guid scan, bool aside, CancellationToken ct)
    {
        if (await rows.Find(slug, receipt, ct, scans: true) is var row && row.Refused) return row.Why;
        var put = row.Value.Submission.PutScan(scan, aside, caller.ActorId, clock.GetUtcNow());
        if (!put.Refused) await db.SaveChangesAsync(ct);
        return put;
    }
}
