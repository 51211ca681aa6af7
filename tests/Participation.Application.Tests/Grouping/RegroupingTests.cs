using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Grouping;
using Participation.Application.Consultations;
using Participation.Application.Tests.Ledger;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Application.Tests.Grouping;

public abstract class RegroupingTests(EngineFixture engine)
{
    static readonly string[] Texts =
    [
        "大町に住む菊池です。歩道を広げる案に賛成しますが、雪の朝に誰が除雪をするのかが読み取れませんでした。",
        "港の広場を市の立たない日にも使えるようにしてください。屋根とベンチがあれば、一日過ごせます。",
        "図書館の閉館を夜九時まで延ばし、高校生が帰りのバスを待つあいだに勉強できる場所にしてください。",
    ];

    static readonly Caller Colleague = TestApp.Staff with { ActorId = "staff-2", UserId = "staff-2" };

    readonly TestApp app = engine.App;

    [Fact]
    public async Task Merged_groups_are_one_row_with_every_original_linked_and_an_undo_brings_them_back()
    {
        var (slug, groups) = await Three();
        var before = await Totals(slug);
        var merged = await app.Send(new MergeGroups(slug, [.. groups]), TestApp.Staff);
        Assert.Equal([6], await Totals(slug));
        var one = await Show(slug, merged.Value.Group);
        Assert.Equal((6, 2, 6), (one.Total, one.Parts.Count, one.Members.Items.Count));
        Assert.Equal(6, (await app.Send(new GetConsultation(slug))).Value.Counts.Opinions);
        Assert.Equal(groups[0].Number, (await Show(slug, groups[1].Number)).Into);

        // Who arrives meanwhile beside a part is counted with the whole, and goes along when it is undone.
        await app.Submit(slug, Texts[1]);
        await CatchUp();
        Assert.Equal([7], await Totals(slug));
        Assert.False((await app.Send(new UndoStep(slug, merged.Value.Step), Colleague)).Refused);
        Assert.Equal([3, 2, 2], await Totals(slug));
        Assert.Equal([2, 2, 2], before);
        Assert.Equal("already-undone", (await app.Send(new UndoStep(slug, merged.Value.Step), TestApp.Staff)).Why!.Code);
    }

    [Fact]
    public async Task Three_opinions_put_together_are_one_row_of_three_and_an_undo_leaves_each_as_it_was()
    {
        var slug = await app.Announce();
        string[] texts = ["川沿いの桜並木の下草を、花見の前にもう一度だけ刈ってほしい。", "桜の季節の前に、川べりの草を刈り取ってください。", "川の桜を見に行くと草が深くて歩けません。草刈りを。"];
        var sent = new List<long>();
        foreach (var text in texts) sent.Add((await app.Submit(slug, text)).Sequence);
        await CatchUp();
        Assert.Empty(await Totals(slug));
        var gathered = (await app.Send(new GatherOpinions(slug, sent), TestApp.Staff)).Value;
        Assert.Equal([3], await Totals(slug));
        Assert.Equal(sent, (await Show(slug, gathered.Group)).Members.Items.Select(m => m.Sequence).Order());
        Assert.Equal((3, 3), await Counted());
        Assert.False((await app.Send(new UndoStep(slug, gathered.Step), Colleague)).Refused);
        Assert.Empty(await Totals(slug));
        Assert.Equal(sent, (await app.Send(new ListUngrouped(slug), TestApp.Staff)).Value.Items.Select(o => o.Sequence));
        Assert.Equal((3, 3), await Counted());

        async Task<(int, int)> Counted() => (await app.Send(new GetConsultation(slug))).Value.Counts is var counts ? (counts.Submitters, counts.Opinions) : default;
    }

    [Fact]
    public async Task A_colleague_who_looks_at_a_group_is_told_by_name()
    {
        var (slug, groups) = await Three();
        var person = await app.Member("見ている人");
        Assert.Equal("見ている人", (await app.Send(new AttendGroup(slug, groups[0].Number), person)).Value.Name);
        Assert.Equal("not-found", (await app.Send(new AttendGroup(slug, 999), person)).Why!.Code);
        Assert.Equal(Refusal.SignInRequired, (await app.Send(new AttendGroup(slug, groups[0].Number))).Why);
    }

    [Fact]
    public async Task Opinions_and_parts_are_split_off_and_come_back()
    {
        var (slug, groups) = await Three();
        var merged = (await app.Send(new MergeGroups(slug, [.. groups]), TestApp.Staff)).Value;
        var one = await Show(slug, merged.Group);
        var own = one.Members.Items.First(m => m.Part == one.Number);
        var split = (await app.Send(new SplitGroup(slug, new(one.Number, one.Version), [own.Sequence], [groups[2].Number]), TestApp.Staff)).Value;
        Assert.Equal([3, 3], await Totals(slug));
        Assert.Contains(own.Sequence, (await Show(slug, split.Group)).Members.Items.Select(m => m.Sequence));
        Assert.Equal("undo-later-first", (await app.Send(new UndoStep(slug, merged.Step), TestApp.Staff)).Why!.Code);
        Assert.False((await app.Send(new UndoStep(slug, split.Step), TestApp.Staff)).Refused);
        Assert.Equal([6], await Totals(slug));
        Assert.False((await app.Send(new UndoStep(slug, merged.Step), TestApp.Staff)).Refused);
        Assert.Equal([2, 2, 2], await Totals(slug));
        Assert.Equal(groups.Select(g => g.Number), (await List(slug)).Items.Select(g => g.Number));
    }

    [Fact]
    public async Task Opinions_are_moved_to_another_group_and_those_in_none_are_gathered()
    {
        var (slug, groups) = await Three();
        var lone = await app.Submit(slug, "川沿いの桜並木の下草を、花見の前にもう一度だけ刈っておいてほしいと思います。");
        var other = await app.Submit(slug, "市役所の待合に、番号を読み上げる放送だけでなく、大きな表示もつけてください。");
        await CatchUp();
        var from = await Show(slug, groups[0].Number);
        var moved = (await app.Send(new SplitGroup(slug, groups[0], [from.Members.Items[1].Sequence], [], groups[1]), TestApp.Staff)).Value;
        Assert.Equal((groups[1].Number, 3), (moved.Group, (await Show(slug, moved.Group)).Total));
        Assert.Equal([3, 2], await Totals(slug));
        Assert.Equal(3, (await app.Send(new ListUngrouped(slug), TestApp.Staff)).Value.Items.Count);

        var gathered = (await app.Send(new GatherOpinions(slug, [lone.Sequence, other.Sequence]), TestApp.Staff)).Value;
        Assert.Equal([3, 2, 2], await Totals(slug));
        var into = await Show(slug, groups[2].Number);
        var left = (await app.Send(new ListUngrouped(slug), TestApp.Staff)).Value.Items;
        var late = (await app.Send(new GatherOpinions(slug, [left[0].Sequence], new(into.Number, into.Version)), TestApp.Staff)).Value;
        Assert.Equal([3, 3, 2], await Totals(slug));
        // The one that was left behind has been put elsewhere since.
        Assert.Equal("undo-later-first", (await app.Send(new UndoStep(slug, moved.Step), TestApp.Staff)).Why!.Code);
        foreach (var step in new[] { late, gathered, moved }) Assert.False((await app.Send(new UndoStep(slug, step.Step), TestApp.Staff)).Refused);
        Assert.Equal([2, 2, 2], await Totals(slug));
    }

    [Fact]
    public async Task A_group_merged_while_another_person_splits_it_is_refused_by_name_and_both_see_what_was_done()
    {
        var (slug, groups) = await Three();
        var looked = await Show(slug, groups[0].Number);
        Assert.False((await app.Send(new MergeGroups(slug, [groups[1], groups[0]]), Colleague)).Refused);
        var split = await app.Send(new SplitGroup(slug, groups[0], [looked.Members.Items[0].Sequence], []), TestApp.Staff);
        Assert.Equal("group-changed", split.Why!.Code);
        Assert.Equal([groups[0].Number], split.Why.Values);
        var meanwhile = (await app.Send(new ListSteps(slug, groups[0].Number, looked.Version), TestApp.Staff)).Value.Items;
        Assert.Equal(StepKind.Merged, Assert.Single(meanwhile).Kind);
        Assert.Equal([4, 2], await Totals(slug));
    }

    [Fact]
    public async Task Of_two_who_act_at_the_same_moment_one_is_told_and_nothing_is_half_done()
    {
        var (slug, groups) = await Three();
        var looked = await Show(slug, groups[0].Number);
        await using var there = await app.Join();
        var answers = await Task.WhenAll(
            app.Send(new MergeGroups(slug, [groups[1], groups[0]]), Colleague),
            there.Send(new SplitGroup(slug, groups[0], [looked.Members.Items[0].Sequence], []), TestApp.Staff));
        var refused = Assert.Single(answers, a => a.Refused);
        Assert.True(refused.Why!.Code is "group-changed" or "changed-meanwhile", refused.Why.Code);
        Assert.Equal(answers[0].Refused ? [2, 2] : [4, 2], await Totals(slug));
        Assert.Single((await app.Send(new ListSteps(slug), TestApp.Staff)).Value.Items);
    }

    [Fact]
    public async Task A_name_is_given_and_taken_back_and_a_split_that_leaves_nothing_is_refused()
    {
        var (slug, groups) = await Three();
        var renamed = await app.Send(new RenameGroup(slug, groups[0], " 歩道と除雪 "), TestApp.Staff);
        Assert.Equal("歩道と除雪", (await Show(slug, groups[0].Number)).Title);
        Assert.Equal("field-too-long", (await app.Send(new RenameGroup(slug, groups[1], new string('長', 121)), TestApp.Staff)).Why!.Code);
        await app.Send(new UndoStep(slug, renamed.Value.Step), TestApp.Staff);
        var group = await Show(slug, groups[0].Number);
        Assert.Null(group.Title);
        var all = await app.Send(new SplitGroup(slug, new(group.Number, group.Version), [.. group.Members.Items.Select(m => m.Sequence)], []), TestApp.Staff);
        Assert.Equal("split-leaves-nothing", all.Why!.Code);
        Assert.Equal("nothing-chosen", (await app.Send(new SplitGroup(slug, new(group.Number, group.Version), [], []), TestApp.Staff)).Why!.Code);
        Assert.Equal("two-groups-at-least", (await app.Send(new MergeGroups(slug, [groups[1], groups[1]]), TestApp.Staff)).Why!.Code);
    }

    [Fact]
    public async Task Staff_of_another_space_neither_see_nor_change_groups()
    {
        var (slug, groups) = await Three();
        var elsewhere = new Caller { ActorId = "s", UserId = "s", SpaceRoles = new HashSet<SpaceRole> { new(Roles.Staff, "elsewhere") } };
        Assert.Equal("not-allowed", (await app.Send(new ListGroups(slug), elsewhere)).Why!.Code);
        Assert.Equal("not-allowed", (await app.Send(new ShowGroup(slug, groups[0].Number), elsewhere)).Why!.Code);
        Assert.Equal("not-allowed", (await app.Send(new MergeGroups(slug, [.. groups]), elsewhere)).Why!.Code);
    }

    /// <summary>A consultation with three groups of two.</summary>
    async Task<(string Slug, List<GroupSeen> Groups)> Three()
    {
        var slug = await app.Announce();
        foreach (var text in Texts.Concat(Texts)) await app.Submit(slug, text);
        await CatchUp();
        return (slug, [.. (await List(slug)).Items.Select(g => new GroupSeen(g.Number, g.Version))]);
    }

    Task CatchUp() => app.Services.GetRequiredService<ArrivalGrouper>().CatchUp(0, default);

    async Task<GroupsView> List(string slug) => (await app.Send(new ListGroups(slug), TestApp.Staff)).Value;

    async Task<List<int>> Totals(string slug) => [.. (await List(slug)).Items.Select(g => g.Total)];

    async Task<GroupView> Show(string slug, int number) => (await app.Send(new ShowGroup(slug, number), TestApp.Staff)).Value;
}

public sealed class RegroupingOnSqlite(OnSqlite engine) : RegroupingTests(engine), IClassFixture<OnSqlite>;

public sealed class RegroupingOnPostgres(OnPostgres engine) : RegroupingTests(engine), IClassFixture<OnPostgres>;
