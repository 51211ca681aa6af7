using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>Accounts in the order they were made.</summary>
/// <param name="After">The id of the last one seen.</param>
/// <param name="Search">A part of the name or of the mail address.</param>
/// <param name="Role">Only those who hold it now, for the site or a space.</param>
/// <param name="Office">Only those who hold a role in it now.</param>
/// <param name="Thing">Only those who may do it now: the name of one of <see cref="Things"/>.</param>
[Audience(Audience.Administrator)]
public sealed record ListPeople(string? After = null, string? Search = null, string? Role = null, string? Thing = null, int? Office = null, int Limit = 50)
    : IRequest<Outcome<PeopleFound>>;

/// <param name="Next">Where the next page begins, or the search goes on; null at the end.</param>
public sealed record PeopleFound(IReadOnlyList<PersonRow> People, string? Next);

/// <summary>One account as administrators see it, with the roles that hold now.</summary>
public sealed record PersonRow(string Id, string Name, string Email, bool Confirmed, IReadOnlyList<GrantView> Roles);

sealed class ListPeopleHandler(AppDbContext db, AccountSeal accounts, TimeProvider clock) : IRequestHandler<ListPeople, Outcome<PeopleFound>>
{
    const int SearchAtMost = 200;

    /// <summary>Names and addresses are sealed: by a part of one is found by opening them, a chunk at a time and so many for one question.</summary>
    const int Chunk = 2000, OpenedAtMost = 60_000;

    public async Task<Outcome<PeopleFound>> Handle(ListPeople ask, CancellationToken ct)
    {
        var (now, limit) = (clock.GetUtcNow(), Paging.Bound(ask.Limit));
        var users = db.Users.AsNoTracking();
        if (ask.Role is { Length: > 0 } role) users = Holding(users, [role], [role], now);
        if (ask.Thing is { Length: > 0 } name)
        {
            if (Things.Named(name) is not { } thing) return Refusal.Invalid("thing", "thing-unknown");
            users = Holding(users, thing.Roles, thing.SpaceRoles, now);
        }
        if (ask.Office is { } office)
            users = users.Where(u => db.RoleGrants.Any(g => g.UserId == u.Id && g.OfficeId == office && g.TakenAt == null && g.From <= now && (g.Until == null || g.Until > now)));
        var (page, next) = await Find(users, ask, limit, ct);
        var grants = await db.GrantsOf(accounts, [.. page.Select(u => u.Id)], now, ct);
        return new PeopleFound([.. page.Select(u => u with { Roles = [.. grants[u.Id].Where(g => g.State is GrantState.Holds)] })], next);
    }

    async Task<(List<PersonRow> Page, string? Next)> Find(IQueryable<User> users, ListPeople ask, int limit, CancellationToken ct)
    {
        var search = ask.Search?.Trim() is { Length: > 0 and <= SearchAtMost } sought ? sought : null;
        var after = ask.After is { Length: > 0 and <= 64 } given ? given : "";
        // A whole address is found by its hash, however many there are.
        if (search?.Contains('@', StringComparison.Ordinal) is true && await Whole(users, search, after, ct) is { } one) return ([one], null);
        List<PersonRow> page = [];
        for (var opened = 0; ;)
        {
            var take = search is null ? limit + 1 : Chunk;
            var rows = await users.Where(u => u.Id.CompareTo(after) > 0).OrderBy(u => u.Id).Take(take).ToListAsync(ct);
            foreach (var row in rows.Select(RowOf).Where(row => Matches(row, search)))
            {
                if (page.Count == limit) return (page, page[^1].Id);
                page.Add(row);
            }
            if (rows.Count < take) return (page, null);
            after = rows[^1].Id;
            if ((opened += rows.Count) >= OpenedAtMost) return (page, after);
        }
    }

    async Task<PersonRow?> Whole(IQueryable<User> users, string email, string after, CancellationToken ct)
    {
        var keys = await accounts.KeysOf(email, ct);
        return await users.SingleOrDefaultAsync(u => keys.Contains(u.NormalizedEmail) && u.Id.CompareTo(after) > 0, ct) is { } found ? RowOf(found) : null;
    }

    PersonRow RowOf(User user)
    {
        var owner = accounts.Open(user);
        return new(user.Id, owner.Name, owner.Email, user.EmailConfirmed, []);
    }

    static bool Matches(PersonRow row, string? search) => search is null
        || row.Name.Contains(search, StringComparison.Ordinal) || row.Email.Contains(search, StringComparison.OrdinalIgnoreCase);

    IQueryable<User> Holding(IQueryable<User> users, IReadOnlyList<string> forTheSite, IReadOnlyList<string> forASpace, DateTimeOffset now)
    {
        // Every account is a citizen's.
        if (forTheSite.Contains(Roles.Citizen)) return users;
        var (site, space) = (forTheSite.ToArray(), forASpace.ToArray());
        return users.Where(u => db.RoleGrants.Any(g => g.UserId == u.Id && g.TakenAt == null && g.From <= now && (g.Until == null || g.Until > now)
            && (g.Space == null ? site.Contains(g.Role) : space.Contains(g.Role))));
    }
}
