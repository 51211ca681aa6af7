using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>Who else keeps the site when an administrator goes.</summary>
static class Keepers
{
    /// <summary>Another's grant that <see cref="RoleGrant.KeepsTheSite"/>; null when there is none.</summary>
    public static Task<RoleGrant?> KeeperBeside(this AppDbContext db, string account, DateTimeOffset now, CancellationToken ct) =>
        db.Keeping(now).Where(g => g.UserId != account).OrderBy(g => g.Id).FirstOrDefaultAsync(ct);

    /// <summary>Nobody but this account keeps the site.</summary>
    public static async Task<bool> IsLastKeeper(this AppDbContext db, string account, DateTimeOffset now, CancellationToken ct) =>
        await db.Keeping(now).Select(g => g.UserId).Distinct().OrderBy(id => id).Take(2).ToListAsync(ct) is [var only] && only == account;

    static IQueryable<RoleGrant> Keeping(this AppDbContext db, DateTimeOffset now) =>
        db.RoleGrants.Where(g => g.Role == Roles.Administrator && g.TakenAt == null && g.Until == null && g.From <= now);
}
