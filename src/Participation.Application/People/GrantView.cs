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
    public static async Task<ILookup<string, GrantView>> GrantsOf(this AppDbContext db, AccountSeal accounts, IReadOnlyCollection<string> users, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await (
            from grant in db.RoleGrants.AsNoTracking()
            where users.Contains(grant.UserId)
            join s in db.Spaces on grant.Space equals s.Slug into spaces
            from space in spaces.DefaultIfEmpty()
            join o in db.Offices on grant.OfficeId equals o.Id into offices
            from office in offices.DefaultIfEmpty()
            orderby grant.GivenAt descending, grant.Id descending
            select new { Grant = grant, Space = space!.Title, Office = office!.Name }).ToListAsync(ct);
        var names = await accounts.NamesOf(db, rows.SelectMany(r => new[] { r.Grant.GivenBy, r.Grant.TakenBy }), ct);
        string? NameOf(string? actor) => names.GetValueOrDefault(actor ?? "") ?? (actor == Caller.Operator.ActorId ? actor : null);
        return rows.ToLookup(r => r.Grant.UserId, r => new GrantView(
            r.Grant.Id, r.Grant.Role, r.Grant.Space, r.Space, r.Office, r.Grant.From, r.Grant.Until, r.Grant.Reason,
            r.Grant.GivenAt, NameOf(r.Grant.GivenBy), r.Grant.TakenAt, NameOf(r.Grant.TakenBy), r.Grant.TakenReason, StateOf(r.Grant, now)));
    }

    static GrantState StateOf(RoleGrant grant, DateTimeOffset now) =>
        grant.TakenAt is not null ? GrantState.Taken : grant.IsOverAt(now) ? GrantState.Over : grant.HoldsAt(now) ? GrantState.Holds : GrantState.Coming;
}
