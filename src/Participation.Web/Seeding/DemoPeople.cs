using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.People;

namespace Participation.Web.Seeding;

/// <summary>The accounts a newcomer plays with. Their passwords and tokens are public, so they exist in Development only.</summary>
static class DemoPeople
{
    public const string Password = "Kamaishi-2026!";

    public static readonly IReadOnlyList<(string Name, string DisplayName, string Role)> All =
    [
        ("admin", "管理 太郎", Roles.Administrator),
        ("staff", "総合政策課 はまゆり", Roles.Staff),
        ("approver", "総務企画部長 五葉", Roles.Approver),
        ("facilitator", "進行役 虎舞", Roles.Facilitator),
        ("moderator", "見守り役 甲子", Roles.Moderator),
        ("council", "市議会議員 鵜住", Roles.Council),
        ("citizen", "市民 さくら", Roles.Citizen),
    ];

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        var users = services.GetRequiredService<UserManager<User>>();
        var accounts = services.GetRequiredService<AccountSeal>();
        var db = services.GetRequiredService<AppDbContext>();
        var clock = services.GetRequiredService<TimeProvider>();
        foreach (var (name, displayName, role) in All)
        {
            var email = $"{name}@example.jp";
            if (await users.FindByEmailAsync(email) is not null) continue;
            var user = await accounts.New(displayName, email, ct);
            user.EmailConfirmed = true;
            Check(await users.CreateAsync(user, Password));
            var office = role is Roles.Staff ? await OfficeOf(db, ct) : (int?)null;
            if (role is not Roles.Citizen) db.RoleGrants.Add(RoleGrant.Give(user.Id, new(role, "デモの配役", OfficeId: office), Caller.Operator, clock.GetUtcNow()).Value);
            if (role is Roles.Council) db.OfficeHolders.Add(OfficeHolder.Show(user.Id, "unosumai", displayName.Split(' ')[^1], "市議会議員", clock.GetUtcNow()).Value);
            db.ApiTokens.Add(new ApiToken(user.Id, $"demo-{name}", clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        }
    }

    static async Task<int> OfficeOf(AppDbContext db, CancellationToken ct)
    {
        const string name = "総合政策課";
        if (await db.Offices.SingleOrDefaultAsync(o => o.Name == name, ct) is { } found) return found.Id;
        var office = Office.Open(name).Value;
        db.Offices.Add(office);
        await db.SaveChangesAsync(ct);
        return office.Id;
    }

    static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Code)));
    }
}
