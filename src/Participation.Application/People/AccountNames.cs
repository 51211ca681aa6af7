using Microsoft.EntityFrameworkCore;
using Participation.Data;

namespace Participation.Application.People;

static class AccountNames
{
    /// <summary>The names colleagues see, by account; one command, however many are asked for.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesOf(this AppDbContext db, IEnumerable<string?> accounts, CancellationToken ct)
    {
        var ids = accounts.OfType<string>().Distinct().ToArray();
        return await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
    }
}
