using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Data;
using Participation.Domain.Live;

namespace Participation.Application.Sites;

/// <summary>Keeps the site's face in memory: every page wears it and it changes a few times a year.</summary>
public sealed class SiteFaces(IDbContextFactory<AppDbContext> contexts) : ILiveEviction
{
    Kept? kept;
    int generation;

    public async ValueTask<SiteView> View(CancellationToken ct) => (await Current(ct)).View;

    public async ValueTask<SiteMark?> Mark(CancellationToken ct) => (await Current(ct)).Mark;

    public void Forget()
    {
        Interlocked.Increment(ref generation);
        kept = null;
    }

    public void Forget(string stream, IReadOnlyList<StreamEvent> events)
    {
        if (stream == Streams.Site) Forget();
    }

    async ValueTask<Kept> Current(CancellationToken ct)
    {
        if (kept is { } known) return known;
        var before = Volatile.Read(ref generation);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var face = await db.SiteFaces.AsNoTracking().SingleOrDefaultAsync(ct);
        var mark = face is { Mark: { } bytes, MarkType: { } type } ? new SiteMark(bytes, type, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]) : null;
        var loaded = new Kept(face is null ? SiteView.Ours : new(face.Settings, mark?.Hash, face.Version, face.Translations), mark);
        // What was read while somebody forgot may be what they wanted forgotten.
        if (before == Volatile.Read(ref generation)) kept = loaded;
        return loaded;
    }

    sealed record Kept(SiteView View, SiteMark? Mark);
}
