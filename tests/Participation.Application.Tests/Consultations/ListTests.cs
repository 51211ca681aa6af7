using Participation.Application.Consultations;
using Participation.Application.People;
using Participation.Application.Spaces;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Consultations;

/// <summary>A list that outgrows its page is read on from where it stopped, and what is new is never behind what is old.</summary>
public abstract class ListTests(EngineFixture engine)
{
    readonly TestApp app = engine.App;

    [Fact]
    public async Task The_newest_first_comes_in_pages_and_none_is_missed()
    {
        var slugs = new List<string>();
        for (var i = 0; i < 5; i++) slugs.Insert(0, await app.Announce());
        var seen = new List<string>();
        long? after = 0;
        while (after is { } from)
        {
            var page = (await app.Send(new ListConsultations(from, 2) { NewestFirst = true })).Value;
            seen.AddRange(page.Items.Select(c => c.Slug));
            after = page.Next;
        }
        Assert.Equal(slugs, seen.Take(5));
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task What_runs_and_what_is_over_are_two_lists()
    {
        var running = await app.Announce();
        var over = await app.Announce(a => a with { Opens = "2025-11-01", Closes = "2025-11-30" });
        async Task<List<string>> Slugs(bool runs) => [.. (await app.Send(new ListConsultations(Limit: 500) { Running = runs })).Value.Items.Select(c => c.Slug)];
        Assert.Contains(running, await Slugs(true));
        Assert.DoesNotContain(over, await Slugs(true));
        Assert.Contains(over, await Slugs(false));
        Assert.DoesNotContain(running, await Slugs(false));
    }

    [Fact]
    public async Task Staff_of_one_space_see_theirs_and_staff_of_the_site_all()
    {
        var (mine, other) = ($"s-{Guid.NewGuid():N}", $"s-{Guid.NewGuid():N}");
        foreach (var slug in new[] { mine, other }) Assert.False((await app.Send(new SaveSpace { Slug = slug, Title = slug, Key = slug }, TestApp.Staff)).Refused);
        var (inMine, inOther) = (await app.Announce(a => a with { Space = mine }), await app.Announce(a => a with { Space = other }));
        var helper = new Caller { ActorId = "helper", UserId = "helper", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Staff, mine), new(Roles.Moderator, other) } };
        var theirs = new ListConsultations(Limit: 500) { Theirs = true, NewestFirst = true };
        Assert.Equal([inMine], (await app.Send(theirs, helper)).Value.Items.Select(c => c.Slug));
        Assert.Equal([mine], (await app.Send(new ListSpaces { Theirs = true }, helper)).Value.Items.Select(s => s.Slug));
        Assert.Contains(inOther, (await app.Send(theirs, TestApp.Staff)).Value.Items.Select(c => c.Slug));
        Assert.Empty((await app.Send(theirs)).Value.Items);
    }

    [Fact]
    public async Task Offices_come_by_name_with_the_closed_ones_last_page_by_page()
    {
        foreach (var name in new[] { "う課", "あ課", "い課", "え課" }) await app.Send(new SaveOffice(null, name), Caller.Operator);
        var all = (await app.Send(new ListOffices(), Caller.Operator)).Value.Items;
        await app.Send(new CloseOffice(all.Single(o => o.Name == "あ課").Id), Caller.Operator);
        var seen = new List<string>();
        long? after = null;
        do
        {
            var page = (await app.Send(new ListOffices(after, 2), Caller.Operator)).Value;
            seen.AddRange(page.Items.Select(o => o.Name));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(["い課", "う課", "え課", "あ課"], seen);
        Assert.Equal(Refusal.NotFound, (await app.Send(new ListOffices(999_999), Caller.Operator)).Why);
    }
}

public sealed class ListsOnSqlite(OnSqlite engine) : ListTests(engine), IClassFixture<OnSqlite>;

public sealed class ListsOnPostgres(OnPostgres engine) : ListTests(engine), IClassFixture<OnPostgres>;
