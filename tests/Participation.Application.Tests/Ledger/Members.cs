using Participation.Application.People;
using Participation.Application.Tests.People;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Ledger;

/// <summary>People of the staff who have an account.</summary>
static class Members
{
    public static async Task<Caller> Member(this TestApp app, string name = "総合政策課 はまゆり")
    {
        var account = await app.Person(name);
        await app.Send(new GiveRole(account, new(Roles.Staff, "担当")), Caller.Operator);
        return new() { ActorId = account, UserId = account, Roles = new HashSet<string> { Roles.Staff } };
    }
}
