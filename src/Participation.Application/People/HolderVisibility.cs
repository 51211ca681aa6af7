using Participation.Data;
using Participation.Domain.People;

namespace Participation.Application.People;

static class HolderVisibility
{
    /// <summary>Whom everybody may see: shown by an administrator, and a council member at this moment.</summary>
    public static IQueryable<OfficeHolder> Shown(this IQueryable<OfficeHolder> holders, AppDbContext db, DateTimeOffset now) => holders.Where(h =>
        h.HiddenAt == null && db.RoleGrants.Any(g => g.UserId == h.UserId && g.Role == Roles.Council && g.TakenAt == null && g.From <= now && (g.Until == null || g.Until > now)));
}
