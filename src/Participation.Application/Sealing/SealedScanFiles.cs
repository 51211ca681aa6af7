using Microsoft.EntityFrameworkCore;
using Participation.Application.Ledger;
using Participation.Data;

namespace Participation.Application.Sealing;

/// <summary>Scans of paper: files, of which the database knows only the names, so each is looked at.</summary>
sealed class SealedScanFiles(SealedScans scans) : ISealedThings
{
    public string Name => "scans";

    public async Task<Resealed> Reseal(AppDbContext db, SealKey newest, int skip, int atMost, CancellationToken ct)
    {
        var names = await db.Scans.AsNoTracking().OrderBy(s => s.Id).Skip(skip).Take(atMost).Select(s => s.File).ToListAsync(ct);
        var anew = 0;
        foreach (var name in names)
            if (await scans.IsSealedBy(name, newest, ct) is false && await scans.Reseal(name, ct)) anew++;
        return new(names.Count, anew, names.Count);
    }

    public async Task<int> CountOf(AppDbContext db, SealKey key, CancellationToken ct)
    {
        var count = 0;
        await foreach (var name in db.Scans.AsNoTracking().Select(s => s.File).AsAsyncEnumerable().WithCancellation(ct))
            if (await scans.IsSealedBy(name, key, ct) is true) count++;
        return count;
    }
}
