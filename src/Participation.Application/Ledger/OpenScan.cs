using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.Audit;
using Participation.Domain.Audit;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>A scan's bytes; that somebody looked is written down.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record OpenScan(string Slug, string Receipt, Guid Scan) : IRequest<Outcome<OpenedScan>>;

public sealed record OpenedScan(Stream Bytes, ScanKind Kind, string Name);

sealed class OpenScanHandler(AppDbContext db, ConsultationCatalog catalog, SealedScans store, AuditTrail audit, Caller caller)
    : IRequestHandler<OpenScan, Outcome<OpenedScan>>
{
    public async Task<Outcome<OpenedScan>> Handle(OpenScan ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Consultation: var consultation }) return Refusal.NotFound;
        if (!caller.IsStaffOf(consultation.Space)) return Refusal.NotAllowed;
        if (!ReceiptNumber.TryParse(ask.Receipt, out var number)) return Refusal.NotFound;
        var scan = await db.Submissions.AsNoTracking().VisibleTo(caller, consultation).Where(s => s.Number == number)
            .SelectMany(s => s.Scans).SingleOrDefaultAsync(s => s.Id == ask.Scan, ct);
        if (scan is null || await store.Open(scan.File, ct) is not { } bytes) return Refusal.NotFound;
        await audit.Note(new Act("scan.looked-at", $"submission:{number}", $$"""{"scan":"{{scan.Id}}"}"""), caller.ActorId, ct);
        return new OpenedScan(bytes, scan.Kind, scan.Name);
    }
}
