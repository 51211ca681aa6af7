using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Ledger;
using Participation.Application.People;
using Participation.Data.People;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Ledger;

public abstract class ManyColleaguesTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task More_colleagues_than_a_list_holds_are_said_to_be_many_and_each_is_found_by_a_part_of_the_name()
    {
        var slug = await app.Announce();
        Assert.False((await app.Send(new ListDesk(slug), TestApp.Staff)).Value.Many);
        var last = await Hire(ListDesk.PeopleAtMost + 5);
        var desk = (await app.Send(new ListDesk(slug), TestApp.Staff)).Value;
        Assert.Equal((ListDesk.PeopleAtMost, true), (desk.People.Count, desk.Many));
        Assert.DoesNotContain(desk.People, p => p.Account == last);

        foreach (var part in new[] { "鵜住居 みさき", "鵜住居みさき", "住居　み", " みさき " })
            Assert.Equal(last, Assert.Single((await app.Send(new ListDesk(slug, part), TestApp.Staff)).Value.People).Account);
        var none = (await app.Send(new ListDesk(slug, "大船渡"), TestApp.Staff)).Value;
        Assert.Equal((0, true), (none.People.Count, none.Many));
        // Whoever is not in the list can be handed something all the same.
        var receipt = await app.Submit(slug);
        Assert.Null((await app.Send(new AssignSubmission(slug, receipt.ReceiptNumber, null, last, 0), TestApp.Staff)).Why);
    }

    /// <returns>The one whose account comes last.</returns>
    Task<string> Hire(int many) => app.With(async db =>
    {
        var last = new User { Id = $"zz{Guid.NewGuid():N}" };
        await app.Services.GetRequiredService<AccountSeal>().Keep(last, new("鵜住居 みさき", $"{Guid.NewGuid():N}@example.jp"), default);
        List<User> staff = [last];
        while (staff.Count < many) staff.Add(await app.NewAccount($"職員 {staff.Count}", $"{Guid.NewGuid():N}@example.jp"));
        foreach (var user in staff)
        {
            db.Add(user);
            db.Add(RoleGrant.Give(user.Id, new(Roles.Staff, "担当"), Caller.Operator, app.Clock.Now).Value);
        }
        await db.SaveChangesAsync();
        return last.Id;
    });
}

public sealed class ManyColleaguesOnSqlite(OnSqlite engine) : ManyColleaguesTests(engine), IClassFixture<OnSqlite>;

public sealed class ManyColleaguesOnPostgres(OnPostgres engine) : ManyColleaguesTests(engine), IClassFixture<OnPostgres>;
