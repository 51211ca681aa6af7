using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.People;

namespace Participation.Application.Privacy;

/// <summary>How the city shows them in public. It goes with the account by itself.</summary>
sealed class KeptOffice(AppDbContext db) : IKept
{
    public string Name => "publicOffice";

    public IReadOnlyList<Type> Of => [typeof(OfficeHolder)];

    public async Task<object> Read(User person, CancellationToken ct) => await db.OfficeHolders.AsNoTracking().Where(h => h.UserId == person.Id)
        .Select(h => new Shown(h.Slug, h.Name, h.Title, h.ShownAt, h.HiddenAt)).ToListAsync(ct);

    sealed record Shown(string Address, string Name, string Title, DateTimeOffset ShownAt, DateTimeOffset? HiddenAt);
}
