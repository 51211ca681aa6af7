using System.Security.Cryptography;
using MediatR;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Ledger;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>紙を添付する: a scan of what a submission came on.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record AttachScan(string Slug, string Receipt, ScanFile File) : IRequest<Outcome<Done>>;

/// <summary>A file as it was sent.</summary>
public sealed record ScanFile(string Name, byte[] Bytes);

sealed class AttachScanHandler(AppDbContext db, DeskRows rows, SealedScans store, TimeProvider clock, Caller caller) : IRequestHandler<AttachScan, Outcome<Done>>
{
    public async Task<Outcome<Done>> Handle(AttachScan ask, CancellationToken ct)
    {
        if (await rows.Find(ask.Slug, ask.Receipt, ct, scans: true) is var row && row.Refused) return row.Why;
        var kind = ScanRules.Look(ask.File.Bytes, store.Options.LargestBytes);
        if (kind.Refused) return kind.Why;
        var file = await store.Put(ask.File.Bytes, ct);
        var attached = row.Value.Submission.Attach(
            kind.Value, ask.File.Name, file, SHA256.HashData(ask.File.Bytes), ask.File.Bytes.Length, store.Options.MostOfOne, caller.ActorId, clock.GetUtcNow());
        var kept = false;
        try
        {
            if (attached.Refused) return attached;
            await db.SaveChangesAsync(ct);
            kept = true;
            return Done.It;
        }
        finally
        {
            // A file that no row knows of would never be found, nor removed.
            if (!kept) store.Remove(file);
        }
    }
}
