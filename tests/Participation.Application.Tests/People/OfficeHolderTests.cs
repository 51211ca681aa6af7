using Participation.Application.Following;
using Participation.Application.People;
using Participation.Application.Tests.Following;
using Participation.Domain.Following;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.People;

public abstract class OfficeHolderTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;
    readonly string slug = $"h-{Guid.NewGuid():N}"[..20];

    [Fact]
    public async Task Only_a_council_member_is_shown_and_only_as_long_as_they_are_one()
    {
        var me = await app.SignedIn();
        Assert.Equal("holder-no-member", (await Show(me)).Why!.Code);
        var seat = await Give(me, new(Roles.Council, "選挙"));
        Assert.Equal(Refusal.NotFound, (await app.Send(new GetOfficeHolder(slug))).Why);
        Assert.False((await Show(me)).Refused);
        var page = (await app.Send(new GetOfficeHolder(slug))).Value;
        Assert.Equal(("鵜住 なぎさ", "市議会議員", true), (page.Name, page.Title, Assert.Single(page.Seats).Now));
        Assert.Contains((await app.Send(new ListOfficeHolders(Limit: 500))).Value.Items, h => h.Slug == slug);
        await app.Send(new TakeRole(seat, "任期満了"), Caller.Operator);
        Assert.Equal(Refusal.NotFound, (await app.Send(new GetOfficeHolder(slug))).Why);
        Assert.DoesNotContain((await app.Send(new ListOfficeHolders(Limit: 500))).Value.Items, h => h.Slug == slug);
    }

    [Fact]
    public async Task What_is_hidden_is_not_there_and_is_shown_again_at_its_own_address()
    {
        var me = await app.SignedIn();
        await Give(me, new(Roles.Council, "選挙"));
        await Show(me);
        Assert.False((await app.Send(new HideOfficeHolder(me.UserId!), Caller.Operator)).Refused);
        Assert.Equal("holder-hidden", (await app.Send(new HideOfficeHolder(me.UserId!), Caller.Operator)).Why!.Code);
        Assert.Equal(Refusal.NotFound, (await app.Send(new GetOfficeHolder(slug))).Why);
        Assert.False((await app.Send(new ShowOfficeHolder(me.UserId!, "another", "鵜住 なぎさ", "議長"), Caller.Operator)).Refused);
        Assert.Equal("議長", (await app.Send(new GetOfficeHolder(slug))).Value.Title);
    }

    [Theory]
    [InlineData("Nagisa", "名", "議員", "slug")]
    [InlineData("nagisa", " ", "議員", "name")]
    [InlineData("nagisa", "名", "", "title")]
    public async Task What_can_not_be_shown_is_named(string address, string name, string title, string field)
    {
        var me = await app.SignedIn();
        await Give(me, new(Roles.Council, "選挙"));
        var refused = (await app.Send(new ShowOfficeHolder(me.UserId!, address, name, title), Caller.Operator)).Why!;
        Assert.Equal(field, Assert.Single(refused.Faults).Field);
    }

    [Fact]
    public async Task Followers_hear_of_a_new_seat_once_and_of_nobody_who_is_not_shown()
    {
        var (follower, member, other) = (await app.SignedIn(), await app.SignedIn(), await app.SignedIn());
        await Give(member, new(Roles.Council, "選挙"));
        await Show(member);
        await app.Tell();
        // Whoever follows from the same instant on hears of it.
        app.Clock.Now = app.Clock.Now.AddSeconds(1);
        Assert.False((await app.Send(new FollowThing($"person:{slug}"), follower)).Refused);
        Assert.True((await app.Send(new FollowThing($"person:{other.UserId}"), follower)).Refused);
        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        await Give(member, new(Roles.Council, "委員に委嘱", await app.Space()));
        await Give(other, new(Roles.Council, "選挙"));
        await app.Tell();
        await app.Tell();
        var notice = Assert.Single(await app.Notices(follower));
        Assert.Equal((HappeningKinds.Seated, $"/people/{slug}"), (notice.Kind, notice.About.Address));
    }

    async Task<Guid> Give(Caller to, RoleTerms terms) => (await app.Send(new GiveRole(to.UserId!, terms), Caller.Operator)).Value;

    Task<Outcome<Done>> Show(Caller whom) => app.Send(new ShowOfficeHolder(whom.UserId!, slug, "鵜住 なぎさ", "市議会議員"), Caller.Operator);
}

public sealed class OfficeHoldersOnSqlite(OnSqlite engine) : OfficeHolderTests(engine), IClassFixture<OnSqlite>;

public sealed class OfficeHoldersOnPostgres(OnPostgres engine) : OfficeHolderTests(engine), IClassFixture<OnPostgres>;
