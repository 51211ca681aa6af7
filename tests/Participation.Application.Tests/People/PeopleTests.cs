using Participation.Application.Consultations;
using Participation.Application.People;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.People;

public abstract class PeopleTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task People_are_found_by_a_part_of_their_name_or_address_whatever_its_case()
    {
        var person = await app.Person("甲子川 みどり", "Midori.Kasshi@Example.jp");
        Assert.Equal([person], await Find(new(Search: "子川")));
        Assert.Equal([person], await Find(new(Search: "midori.kASSHI")));
        Assert.Empty(await Find(new(Search: "%子%")));
    }

    [Fact]
    public async Task They_are_paged_and_none_is_missed_nor_seen_twice()
    {
        foreach (var n in Enumerable.Range(0, 5)) await app.Person($"頁 {n}");
        List<string> seen = [];
        for (string? after = null; ;)
        {
            var page = (await app.Send(new ListPeople(after, "頁", Limit: 2), Caller.Operator)).Value;
            seen.AddRange(page.People.Select(p => p.Name));
            if ((after = page.Next) is null) break;
        }
        Assert.Equal(["頁 0", "頁 1", "頁 2", "頁 3", "頁 4"], seen.Order());
    }

    [Fact]
    public async Task They_are_found_by_a_role_that_holds_now_and_by_what_they_may_do()
    {
        var (approver, former, later) = (await app.Person("役割の人"), await app.Person("役割の人"), await app.Person("役割の人"));
        await app.Send(new GiveRole(approver, new(Roles.Approver, "決裁")), Caller.Operator);
        var taken = (await app.Send(new GiveRole(former, new(Roles.Approver, "決裁")), Caller.Operator)).Value;
        await app.Send(new TakeRole(taken, "異動"), Caller.Operator);
        await app.Send(new GiveRole(later, new(Roles.Approver, "決裁", From: app.Clock.Now.AddDays(1))), Caller.Operator);

        Assert.Equal([approver], await Find(new(Search: "役割の人", Role: Roles.Approver)));
        Assert.Equal([approver], await Find(new(Search: "役割の人", Thing: nameof(ListSubmissions))));
        Assert.Empty(await Find(new(Search: "役割の人", Thing: nameof(ListPeople))));
        Assert.Equal(3, (await Find(new(Search: "役割の人", Thing: nameof(GetMyRights)))).Count);
        Assert.Equal("thing-unknown", (await app.Send(new ListPeople(Thing: "FlyToTheMoon"), Caller.Operator)).Why!.Code);
    }

    [Fact]
    public async Task A_list_of_people_asks_as_often_for_one_as_for_many()
    {
        foreach (var n in Enumerable.Range(0, 6)) await app.Send(new GiveRole(await app.Person("数える"), new(Roles.Council, "委嘱")), Caller.Operator);
        async Task<int> Asks(int limit) => await Commands.CountOf(() => app.Send(new ListPeople(Search: "数える", Limit: limit), Caller.Operator));
        await Asks(1);
        Assert.Equal(await Asks(1), await Asks(6));
    }

    [Fact]
    public async Task A_person_reads_their_own_roles_with_reasons_and_names_and_nobody_elses()
    {
        var (administrator, person) = (await app.Person("管理 一郎"), await app.Person("釜石 花子"));
        var caller = new Caller { ActorId = administrator, UserId = administrator, Roles = new HashSet<string> { Roles.Administrator } };
        await app.Send(new GiveRole(person, new(Roles.Council, "審議会の委員に委嘱")), caller);
        var mine = (await app.Send(new GetMyRights(), new Caller { ActorId = person, UserId = person })).Value;
        var grant = Assert.Single(mine.Grants);
        Assert.Equal((Roles.Council, "審議会の委員に委嘱", "管理 一郎", GrantState.Holds), (grant.Role, grant.Reason, grant.GivenBy, grant.State));
        Assert.Equal(Refusal.NotAllowed, (await app.Send(new GetPerson(administrator), new Caller { ActorId = person, UserId = person })).Why);
    }

    [Fact]
    public async Task An_office_is_opened_once_closed_and_opened_again()
    {
        var name = $"総合政策課 {Guid.NewGuid():N}";
        var office = (await app.Send(new SaveOffice(null, $" {name} "), Caller.Operator)).Value;
        Assert.Equal(name, office.Name);
        Assert.Equal("office-twice", (await app.Send(new SaveOffice(null, name), Caller.Operator)).Why!.Code);
        var person = await app.Person();
        await app.Send(new GiveRole(person, new(Roles.Staff, "異動", OfficeId: office.Id)), Caller.Operator);
        Assert.Equal([person], await Find(new(Office: office.Id)));
        Assert.Equal(1, (await app.Send(new ListOffices(), Caller.Operator)).Value.Items.Single(o => o.Id == office.Id).People);

        Assert.False((await app.Send(new CloseOffice(office.Id), Caller.Operator)).Refused);
        Assert.Equal("office-closed", (await app.Send(new CloseOffice(office.Id), Caller.Operator)).Why!.Code);
        Assert.Equal("office-unknown", (await app.Send(new GiveRole(await app.Person(), new(Roles.Staff, "異動", OfficeId: office.Id)), Caller.Operator)).Why!.Code);
        Assert.False((await app.Send(new CloseOffice(office.Id, Reopen: true), Caller.Operator)).Refused);
        Assert.Null((await app.Send(new ListOffices(), Caller.Operator)).Value.Items.Single(o => o.Id == office.Id).ClosedAt);
    }

    [Fact]
    public async Task Tokens_are_their_owners_alone_and_only_so_many()
    {
        var (owner, other) = (As(await app.Person()), As(await app.Person()));
        var token = (await app.Send(new IssueToken("集計", TokenScope.Read, 30), owner)).Value;
        Assert.Equal("集計", Assert.Single((await app.Send(new ListTokens(), owner)).Value).Name);
        Assert.Empty((await app.Send(new ListTokens(), other)).Value);
        Assert.Equal(Refusal.NotFound, (await app.Send(new RevokeToken(token.Id), other)).Why);
        for (var n = 1; n < ApiToken.AtOnce; n++) Assert.False((await app.Send(new IssueToken($"{n}", TokenScope.Read, 30), owner)).Refused);
        Assert.Equal("token-too-many", (await app.Send(new IssueToken("もう一つ", TokenScope.Read, 30), owner)).Why!.Code);
        Assert.False((await app.Send(new RevokeToken(token.Id), owner)).Refused);
        Assert.False((await app.Send(new IssueToken("もう一つ", TokenScope.Read, 30), owner)).Refused);
    }

    static Caller As(string person) => new() { ActorId = person, UserId = person };

    async Task<List<string>> Find(ListPeople ask) => [.. (await app.Send(ask, Caller.Operator)).Value.People.Select(p => p.Id)];
}

public sealed class PeopleOnSqlite(OnSqlite engine) : PeopleTests(engine), IClassFixture<OnSqlite>;

public sealed class PeopleOnPostgres(OnPostgres engine) : PeopleTests(engine), IClassFixture<OnPostgres>;
