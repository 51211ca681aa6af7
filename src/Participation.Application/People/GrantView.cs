using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.People;

namespace Participation.Application.People;

public enum GrantState
{
    Holds,
    /// <summary>Begins later.</summary>
    Coming,
    Over,
    Taken,
}

/// <summary>A role somebody holds or held, as people read it: with names in place of ids.</summary>
/// <param name="GivenBy">A name, or <c>operator</c>; null for an account that is no more.</param>
public sealed record GrantView(
    Guid Id, string Role, string? Space, string? SpaceTitle, string? Office, DateTimeOffset From, DateTimeOffset? Until, string Reason,
    DateTimeOffset GivenAt, string? GivenBy, DateTimeOffset? TakenAt, string? TakenBy, string? TakenReason, GrantState State);

static class GrantViews
{
    /// <summary>Those of some accounts, the newest first; as many commands for one as for fifty.</summary>
    public static async Task<ILookup<string, GrantView>> GrantsOf(this AppDbContext db, IReadOnlyCollection<string> users, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await (
            from grant in db.RoleGrants.AsNoTracking()
            where users.Contains(grant.UserId)
            join s in db.Spaces on grant.Space equals s.Slug into spaces
            from space in spaces.DefaultIfEmpty()
            join o in db.Offices on grant.OfficeId equals o.Id into offices
            from office in offices.DefaultIfEmpty()
            join g in db.Users on grant.GivenBy equals g.Id into givers
            from giver in givers.DefaultIfEmpty()
            join t in db.Users on grant.TakenBy equals t.Id into takers
            from taker in takers.DefaultIfEmpty()
            orderby grant.GivenAt descending, grant.Id descending
            select new { Grant = grant, Space = space!.Title, Office = office!.Name, Giver = giver!.DisplayName, Taker = taker!.DisplayName }).ToListAsync(ct);
        return rows.ToLookup(r => r.Grant.UserId, r => new GrantView(
            r.Grant.Id, r.Grant.Role, r.Grant.Space, r.Space, r.Office, r.Grant.From, r.Grant.Until, r.Grant.Reason,
            r.Grant.GivenAt, r.Giver ?? Console(r.Grant.GivenBy), r.Grant.TakenAt, r.Taker ?? Console(r.Grant.TakenBy), r.Grant.TakenReason, StateOf(r.Grant, now)));
    }

    static GrantState StateOf(RoleGrant grant, DateTimeOffset now) =>
        grant.TakenAt is not null ? GrantState.Taken : grant.IsOverAt(now) ? GrantState.Over : grant.HoldsAt(now) ? GrantState.Holds : GrantState.Coming;

    static string? Console(string? actor) => actor == Caller.Operator.ActorId ? actor : null;
}
