using Microsoft.EntityFrameworkCore;
using Participation.Application.Following;
using Participation.Data;
using Participation.Data.People;
using Participation.Data.Writing;

namespace Participation.Application.People;

/// <summary>Seals accounts that were kept in clear before there were seals, and opens them all for going back to such a version.</summary>
public sealed class AccountSealing(IDbContextFactory<AppDbContext> contexts, WriteLane lane, AccountSeal accounts)
{
    const int AtOnce = 500;

    /// <returns>How many there were.</returns>
    public async Task<int> SealSome(CancellationToken ct)
    {
        await using var db = await Bound(ct);
        var clear = await db.Users.Where(u => u.Sealed == null).OrderBy(u => u.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var user in clear) await accounts.Keep(user, accounts.Open(user), ct);
        // Changed meanwhile: looked at again at the next start.
        return await db.SaveUnlessQuicker(ct) ? clear.Count : 0;
    }

    /// <summary>The oldest and the newest account can be read.</summary>
    public async Task<bool> Opens(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var kept = db.Users.AsNoTracking().Where(u => u.Sealed != null);
        User?[] ends = [await kept.OrderBy(u => u.Id).FirstOrDefaultAsync(ct), await kept.OrderByDescending(u => u.Id).FirstOrDefaultAsync(ct)];
        return ends.All(end => end is null || !accounts.Open(end).Unreadable);
    }

    /// <summary>While nothing else runs: the next start would seal them again.</summary>
    /// <returns>How many stand in clear, and how many can't be opened.</returns>
    public async Task<(int Opened, int Left)> UnsealAll(CancellationToken ct)
    {
        var (after, opened, left) = ("", 0, 0);
        while (true)
        {
            await using var db = await Bound(ct);
            var page = await db.Users.Where(u => u.Sealed != null && u.Id.CompareTo(after) > 0).OrderBy(u => u.Id).Take(AtOnce).ToListAsync(ct);
            if (page.Count is 0) return (opened, left);
            var here = page.Count(accounts.Unseal);
            await db.SaveChangesAsync(ct);
            (after, opened, left) = (page[^1].Id, opened + here, left + page.Count - here);
        }
    }

    async Task<AppDbContext> Bound(CancellationToken ct)
    {
        var db = await contexts.CreateDbContextAsync(ct);
        db.Bind(lane, () => "sealing");
        return db;
    }
}
