using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Grouping;
using Participation.Application.Ledger;
using Participation.Application.People;
using Participation.Application.Tests.Ledger;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Grouping;

/// <summary>Groups in the hands of an office and a person, and what colleagues note on them.</summary>
public abstract class HandingOverTests(EngineFixture engine)
{
    const string Text = "大町に住む者です。歩道を広げる案に賛成しますが、雪の朝に誰が除雪をするのかが読み取れませんでした。";

    readonly TestApp app = engine.App;

    [Fact]
    public async Task A_group_is_handed_to_an_office_and_a_person_and_an_undo_hands_it_back()
    {
        var (slug, seen) = await One();
        var (person, office) = (await app.Member("道路課 はまゆり"), await Office());
        var handed = await app.Send(new AssignGroup(slug, seen, office, person.ActorId), TestApp.Staff);
        var hands = (await Show(slug, seen.Number)).Hands;
        Assert.Equal((office, person.ActorId, "道路課 はまゆり"), (hands.OfficeId, hands.Assignee, hands.AssigneeName));
        Assert.Equal(hands.Office, Assert.Single((await List(new(slug, Office: office))).Items).Office);
        Assert.Single((await app.Send(new ListGroups(slug, Hands: Hands.Mine), person)).Value.Items);
        Assert.Empty((await List(new(slug, Hands: Hands.Mine))).Items);
        Assert.Empty((await List(new(slug, Hands: Hands.Nobodys))).Items);

        Assert.False((await app.Send(new UndoStep(slug, handed.Value.Step), TestApp.Staff)).Refused);
        Assert.Equal(new GroupHands(null, null, null, null), (await Show(slug, seen.Number)).Hands);
        Assert.Single((await List(new(slug, Hands: Hands.Nobodys))).Items);
    }

    [Fact]
    public async Task Of_two_who_hand_a_group_over_at_once_the_later_is_told_and_sees_what_the_other_did()
    {
        var (slug, seen) = await One();
        var (one, other) = (await app.Member("一人目"), await app.Member("二人目"));
        Assert.False((await app.Send(new AssignGroup(slug, seen, null, one.ActorId), one)).Refused);
        Assert.Equal("group-changed", (await app.Send(new AssignGroup(slug, seen, null, other.ActorId), other)).Why!.Code);
        Assert.Equal(StepKind.Assigned, Assert.Single((await app.Send(new ListSteps(slug, seen.Number, seen.Version), other)).Value.Items).Kind);
        Assert.Equal("一人目", (await Show(slug, seen.Number)).Hands.AssigneeName);
    }

    [Fact]
    public async Task It_is_handed_to_nobody_who_is_not_staff_and_to_no_office_that_is_not_there()
    {
        var (slug, seen) = await One();
        Assert.Equal("assignee-unknown", (await app.Send(new AssignGroup(slug, seen, null, "nobody"), TestApp.Staff)).Why!.Code);
        Assert.Equal("office-unknown", (await app.Send(new AssignGroup(slug, seen, 99_999, null), TestApp.Staff)).Why!.Code);
    }

    [Fact]
    public async Task A_note_on_a_group_is_added_once_never_changed_and_collides_with_nothing()
    {
        var (slug, seen) = await One();
        foreach (var _ in new[] { 1, 2 }) Assert.False((await app.Send(new AddGroupNote(slug, seen.Number, " 道路課に\r\n確かめました ") { Key = "g1" }, TestApp.Staff)).Refused);
        Assert.Equal("required", (await app.Send(new AddGroupNote(slug, seen.Number, " "), TestApp.Staff)).Why!.Code);
        Assert.Equal("field-too-long", (await app.Send(new AddGroupNote(slug, seen.Number, new string('長', GroupNote.WordsAtMost + 1)), TestApp.Staff)).Why!.Code);
        Assert.Equal(Refusal.NotFound, (await app.Send(new AddGroupNote(slug, 999, "誰か"), TestApp.Staff)).Why);
        var view = await Show(slug, seen.Number);
        Assert.Equal((seen.Number, "道路課に\n確かめました"), (Assert.Single(view.Notes).Group, view.Notes[0].Words));
        // What somebody looked at before the note came is still what stands.
        Assert.Equal(seen.Version, view.Version);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => app.With(async db =>
        {
            db.Remove(await db.GroupNotes.FirstAsync());
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Staff_of_another_space_neither_hand_groups_over_nor_note_on_them()
    {
        var (slug, seen) = await One();
        var elsewhere = new Caller { ActorId = "s", UserId = "s", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Staff, "elsewhere") } };
        Assert.Equal("not-allowed", (await app.Send(new AssignGroup(slug, seen, null, null), elsewhere)).Why!.Code);
        Assert.Equal("not-allowed", (await app.Send(new AddGroupNote(slug, seen.Number, "誰か"), elsewhere)).Why!.Code);
    }

    /// <summary>A consultation with one group of two.</summary>
    async Task<(string Slug, GroupSeen Group)> One()
    {
        var slug = await app.Announce();
        foreach (var _ in new[] { 1, 2 }) await app.Submit(slug, Text);
        await app.Services.GetRequiredService<ArrivalGrouper>().CatchUp(0, default);
        var group = Assert.Single((await List(new(slug))).Items);
        return (slug, new(group.Number, group.Version));
    }

    async Task<int> Office() => (await app.Send(new SaveOffice(null, $"課{Guid.NewGuid():N}"), Caller.Operator)).Value.Id;

    async Task<GroupsView> List(ListGroups ask) => (await app.Send(ask, TestApp.Staff)).Value;

    async Task<GroupView> Show(string slug, int number) => (await app.Send(new ShowGroup(slug, number), TestApp.Staff)).Value;
}

public sealed class HandingOverOnSqlite(OnSqlite engine) : HandingOverTests(engine), IClassFixture<OnSqlite>;

public sealed class HandingOverOnPostgres(OnPostgres engine) : HandingOverTests(engine), IClassFixture<OnPostgres>;
