using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Plans;
using Participation.Data;
using Participation.Domain.Consultations;

namespace Participation.Application.Consultations;

/// <summary>A consultation and its current plan as they were last saved. Shared by many requests at once: read it, never change it.</summary>
public sealed record CatalogEntry(Consultation Consultation, PlanIndex Plan);

/// <summary>
/// Keeps consultations and plans in memory: they change a few times in their life and are read by everybody. Forgotten by
/// whoever changes one, and on other nodes when the live log says so.
/// </summary>
public sealed class ConsultationCatalog(IDbContextFactory<AppDbContext> contexts)
{
    readonly ConcurrentDictionary<string, CatalogEntry> entries = new();
    int generation;

    public async ValueTask<CatalogEntry?> Find(string slug, CancellationToken ct)
    {
        if (entries.TryGetValue(slug, out var known)) return known;
        var before = Volatile.Read(ref generation);
        var loaded = await Load(slug, ct);
        // What was read while somebody forgot may be what they wanted forgotten.
        if (loaded is not null && before == Volatile.Read(ref generation)) entries[slug] = loaded;
        return loaded;
    }

    public void Forget(string slug)
    {
        Interlocked.Increment(ref generation);
        entries.TryRemove(slug, out _);
    }

    async Task<CatalogEntry?> Load(string slug, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var consultation = await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct);
        if (consultation is null) return null;
        var plan = await db.Plans.AsNoTracking().AsSplitQuery().Include(p => p.Sections).Include(p => p.Passages)
            .Where(p => p.ConsultationId == consultation.Id).OrderByDescending(p => p.Version).FirstOrDefaultAsync(ct);
        return new(consultation, PlanIndex.Of(plan));
    }
}
