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

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record PeopleFound(IReadOnlyList<PersonRow> People, string? Next);

/// <summary>One account as administrators see it, with the roles that hold now.</summary>
public sealed record PersonRow(string Id, string Name, string Email, bool Confirmed, IReadOnlyList<GrantView> Roles);

sealed class ListPeopleHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<ListPeople, Outcome<PeopleFound>>
{
    const int SearchAtMost = 200;

    public async Task<Outcome<PeopleFound>> Handle(ListPeople ask, CancellationToken ct)
    {
        var (now, limit) = (clock.GetUtcNow(), Paging.Bound(ask.Limit));
        var users = db.Users.AsNoTracking();
        if (ask.After is { Length: > 0 and <= 64 } after) users = users.Where(u => u.Id.CompareTo(after) > 0);
        if (ask.Search?.Trim() is { Length: > 0 and <= SearchAtMost } search)
        {
            var upper = search.ToUpperInvariant();
            users = users.Where(u => u.DisplayName.Contains(search) || u.NormalizedEmail!.Contains(upper));
        }
        if (ask.Role is { Length: > 0 } role) users = Holding(users, [role], [role], now);
        if (ask.Thing is { Length: > 0 } name)
        {
            if (Things.Named(name) is not { } thing) return Refusal.Invalid("thing", "thing-unknown");
            users = Holding(users, thing.Roles, thing.SpaceRoles, now);
        }
        if (ask.Office is { } office)
            users = users.Where(u => db.RoleGrants.Any(g => g.UserId == u.Id && g.OfficeId == office && g.TakenAt == null && g.From <= now && (g.Until == null || g.Until > now)));
        var found = await users.OrderBy(u => u.Id).Take(limit + 1).Select(u => new { u.Id, u.DisplayName, u.Email, u.EmailConfirmed }).ToListAsync(ct);
        var page = found.Take(limit).ToList();
        var grants = await db.GrantsOf([.. page.Select(u => u.Id)], now, ct);
        return new PeopleFound(
            [.. page.Select(u => new PersonRow(u.Id, u.DisplayName, u.Email ?? "", u.EmailConfirmed, [.. grants[u.Id].Where(g => g.State is GrantState.Holds)]))],
            found.Count > limit ? page[^1].Id : null);
    }

    IQueryable<User> Holding(IQueryable<User> users, IReadOnlyList<string> forTheSite, IReadOnlyList<string> forASpace, DateTimeOffset now)
    {
        // Every account is a citizen's.
        if (forTheSite.Contains(Roles.Citizen)) return users;
        var (site, space) = (forTheSite.ToArray(), forASpace.ToArray());
        return users.Where(u => db.RoleGrants.Any(g => g.UserId == u.Id && g.TakenAt == null && g.From <= now && (g.Until == null || g.Until > now)
            && (g.Space == null ? site.Contains(g.Role) : space.Contains(g.Role))));
    }
}
