using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Domain.Tests.People;

public sealed class RoleGrantTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 5, 3, 0, 0, TimeSpan.Zero);

    static readonly Caller Administrator = new() { ActorId = "admin", UserId = "admin", Roles = new HashSet<string> { Roles.Administrator } };

    static readonly RoleTerms Staff = new(Roles.Staff, "異動のため");

    [Fact]
    public void A_role_given_by_one_who_lacks_it_is_refused()
    {
        Assert.All(Roles.All.Where(r => r is not Roles.Administrator), role => Assert.Equal(Refusal.NotAllowed,
            RoleGrant.Give("u", Staff, new Caller { ActorId = "x", UserId = "x", Roles = new HashSet<string> { role } }, Now).Why));
        var given = RoleGrant.Give("u", Staff, Administrator, Now).Value;
        Assert.Equal(Refusal.NotAllowed, given.Take("理由", Caller.Anonymous, null, Now).Why);
    }

    [Theory]
    [InlineData("mayor", null, null, "role-unknown")]
    [InlineData(Roles.Citizen, null, null, "role-unknown")]
    [InlineData(Roles.Administrator, "plan", null, "role-of-the-site")]
    [InlineData(Roles.Moderator, null, 1, "role-without-office")]
    public void A_role_is_given_only_where_it_makes_sense(string role, string? space, int? office, string code) =>
        Assert.Equal(code, RoleGrant.Give("u", new(role, "理由", space, office), Administrator, Now).Why!.Code);

    [Fact]
    public void Every_given_role_but_the_administrators_can_be_one_spaces() =>
        Assert.All(Roles.Given.Except([Roles.Administrator]), role => Assert.False(RoleGrant.Give("u", new(role, "理由", "plan"), Administrator, Now).Refused));

    [Fact]
    public void A_role_needs_a_reason_and_an_end_after_its_beginning()
    {
        Assert.Equal("required", Give(Staff with { Reason = " " }).Why!.Code);
        Assert.Equal("field-too-long", Give(Staff with { Reason = new string('長', 501) }).Why!.Code);
        Assert.Equal("window-reversed", Give(Staff with { From = Now.AddDays(2), Until = Now.AddDays(1) }).Why!.Code);
        Assert.Equal("role-over", Give(Staff with { From = Now.AddDays(-2), Until = Now }).Why!.Code);
    }

    [Fact]
    public void It_holds_from_its_first_instant_and_no_more_at_its_last()
    {
        var grant = Give(Staff with { From = Now.AddDays(1), Until = Now.AddDays(2) }).Value;
        Assert.False(grant.HoldsAt(Now.AddDays(1).AddTicks(-1)));
        Assert.True(grant.HoldsAt(Now.AddDays(1)));
        Assert.True(grant.HoldsAt(Now.AddDays(2).AddTicks(-1)));
        Assert.False(grant.HoldsAt(Now.AddDays(2)));
    }

    [Fact]
    public void What_was_taken_holds_no_more_and_says_who_took_it_and_why()
    {
        var grant = Give(Staff).Value;
        Assert.False(grant.Take("退職", Administrator, null, Now.AddDays(1)).Refused);
        Assert.False(grant.HoldsAt(Now.AddDays(1)));
        Assert.Equal(("admin", "退職"), (grant.TakenBy, grant.TakenReason));
        Assert.Equal("role-taken", grant.Take("退職", Administrator, null, Now.AddDays(1)).Why!.Code);
        Assert.Equal(["role.given", "role.taken"], grant.Acts.Select(a => a.Name));
    }

    [Fact]
    public void The_last_administrators_role_stays()
    {
        var last = Give(new(Roles.Administrator, "担当")).Value;
        Assert.Equal("last-administrator", last.Take("退職", Administrator, null, Now).Why!.Code);
        Assert.True(last.HoldsAt(Now));
    }

    [Fact]
    public void An_administrators_role_is_taken_while_another_stays_and_the_other_is_relied_on()
    {
        var (leaving, staying) = (Give(new(Roles.Administrator, "担当")).Value, Give(new(Roles.Administrator, "担当")).Value);
        Assert.False(leaving.Take("退職", Administrator, staying, Now).Refused);
        Assert.Equal(1, staying.Version);
    }

    [Fact]
    public void A_person_may_in_one_space_only_what_they_hold_there()
    {
        var caller = new Caller { ActorId = "u", UserId = "u", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Staff, "plan") } };
        Assert.True(caller.May(Roles.Staff, "plan"));
        Assert.True(caller.IsStaffOf("plan"));
        Assert.False(caller.May(Roles.Staff, "park"));
        Assert.False(caller.May(Roles.Moderator, "plan"));
        Assert.False(caller.IsStaffOf(null));
        Assert.False(caller.IsStaff);
    }

    static Outcome<RoleGrant> Give(RoleTerms terms) => RoleGrant.Give("u", terms, Administrator, Now);
}
