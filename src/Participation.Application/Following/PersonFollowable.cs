using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Application.People;
using Participation.Data;
using Participation.Domain.Following;
using Participation.Domain.People;

namespace Participation.Application.Following;

/// <summary>公職にある人: takes a seat in the assembly or in a process. Whoever is not shown is followed by nobody and told of to nobody.</summary>
sealed class PersonFollowable(TimeProvider clock) : IFollowable
{
    public string Kind => Followed.Person;

    public IReadOnlyCollection<string> Events => [RoleGrant.Changed];

    public bool Hears(string stream) => stream is RoleGrant.Stream;

    public Task<IReadOnlyList<Happening>> Hear(AppDbContext db, string stream, IReadOnlyList<StreamEvent> events, CancellationToken ct)
    {
        var (accounts, until) = (events.Select(e => e.Data.GetProperty("account").GetString()!).Distinct().ToArray(), events[^1].At);
        return Seated(db, db.RoleGrants.Where(g => accounts.Contains(g.UserId) && g.From <= until), ct);
    }

    /// <summary>A seat that was given for a later day.</summary>
    public Task<IReadOnlyList<Happening>> Strike(AppDbContext db, DateTimeOffset after, DateTimeOffset until, CancellationToken ct) =>
        Seated(db, db.RoleGrants.Where(g => g.From > after && g.From <= until), ct);

    public async Task<IReadOnlyList<FollowedView>> Find(AppDbContext db, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        [.. (await db.OfficeHolders.AsNoTracking().Shown(db, clock.GetUtcNow()).Where(h => keys.Contains(h.Slug)).Select(h => new { h.Slug, h.Name }).ToListAsync(ct))
            .Select(h => new FollowedView(new(Kind, h.Slug), h.Name, $"/people/{h.Slug}", []))];

    static async Task<IReadOnlyList<Happening>> Seated(AppDbContext db, IQueryable<RoleGrant> grants, CancellationToken ct) =>
        [.. (await grants.Where(g => g.Role == Roles.Council && g.TakenAt == null)
            .Join(db.OfficeHolders.Where(h => h.HiddenAt == null), g => g.UserId, h => h.UserId, (g, h) => new { g.Id, g.From, h.Slug }).OrderBy(s => s.From).ToListAsync(ct))
            .Select(s => new Happening(HappeningKinds.Seated, new(Followed.Person, s.Slug), s.From, s.Id.ToString("N")))];
}
