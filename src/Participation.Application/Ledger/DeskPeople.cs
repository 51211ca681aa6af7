using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>Somebody who can have a submission in hand.</summary>
public sealed class DeskPerson
{
    public string Account { get; init; } = "";
    public string Name { get; init; } = "";
}

/// <summary>An office (担当課) that can.</summary>
public sealed class DeskOffice
{
    public int Id { get; init; }
    public string Name { get; init; } = "";
}

static class DeskPeople
{
    static readonly string[] ForTheSite = [Roles.Staff, Roles.Approver, Roles.Administrator], ForASpace = [Roles.Staff, Roles.Approver];

    /// <summary>Who is staff of the site, or of the space, now.</summary>
    public static IQueryable<User> StaffOf(this AppDbContext db, string? space, DateTimeOffset now) => db.Users.AsNoTracking()
        .Where(u => db.RoleGrants.Any(g => g.UserId == u.Id && g.TakenAt == null && g.From <= now && (g.Until == null || g.Until > now)
            && (g.Space == null ? ForTheSite.Contains(g.Role) : g.Space == space && ForASpace.Contains(g.Role))));

    /// <summary>Whether work can be handed so. Whoever has it already may keep it.</summary>
    public static async Task<Outcome<Done>> CanHand(
        this AppDbContext db, int? office, int? officeNow, string? assignee, string? assigneeNow, string? space, DateTimeOffset now, CancellationToken ct)
    {
        if (office is not null && office != officeNow && !await db.OpenOffices().AnyAsync(o => o.Id == office, ct)) return Refusal.Invalid("office", "office-unknown");
        return assignee is null || assignee == assigneeNow || await db.StaffOf(space, now).AnyAsync(u => u.Id == assignee, ct)
            ? Done.It : Refusal.Invalid("assignee", "assignee-unknown");
    }

    public static IQueryable<DeskOffice> OpenOffices(this AppDbContext db) => db.Offices.AsNoTracking()
        .Where(o => o.ClosedAt == null).OrderBy(o => o.Id).Select(o => new DeskOffice { Id = o.Id, Name = o.Name });
}
