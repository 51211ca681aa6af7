using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Grouping;
using Participation.Domain.Grouping;
using Participation.TestKit;

namespace Participation.Application.Tests.Grouping;

public abstract class SuggestingTests(EngineFixture engine)
{
    static readonly string[] Lights =
    [
        "通学路の街灯が暗くて、冬の夕方は子どもだけで帰らせるのが心配です。街灯を増やしてください。",
        "冬になると通学路の街灯が足りず、夕方の帰り道が真っ暗です。子どものために街灯を増やしてください。",
        "子どもの通学路に街灯を増やしてください。夕方は暗く、冬の帰り道がとても心配です。",
    ];

    static readonly string[] Deer =
    [
        "鹿が畑を荒らして、植えた野菜がほとんど食べられました。鹿の被害を防ぐ柵に補助をお願いします。",
        "畑の野菜を鹿に食べられて困っています。鹿の被害を防ぐ柵に補助をお願いします。",
    ];

    readonly TestApp app = engine.App;

    [Fact]
    public async Task Opinions_of_like_meaning_are_suggested_with_the_words_that_weighed_and_grouped_by_nobody_but_staff()
    {
        var slug = await Searched();
        Assert.Empty((await app.Send(new ListGroups(slug), TestApp.Staff)).Value.Items);
        var view = await Look(slug);
        Assert.Equal((2, 1, 1), (view.Waiting, view.Run!.Done, view.Run.Sections));
        var suggestion = view.Suggestion!;
        Assert.Equal(Lights, suggestion.Opinions.Select(o => o.Text));
        Assert.Contains(suggestion.Words, w => w.Word.Contains("街灯", StringComparison.Ordinal) || w.Word.Contains("通学", StringComparison.Ordinal));
        Assert.InRange(suggestion.Likeness, 20, 99);

        var accepted = await Decide(slug, suggestion, accept: true);
        var group = (await app.Send(new ShowGroup(slug, accepted.Group), TestApp.Staff)).Value;
        Assert.Equal((3, 2), (group.Total, group.Parts.Count));
        Assert.All(group.Parts, p => Assert.Equal(JoinedBy.Meaning, p.Joined));
        Assert.Single((await app.Send(new ListGroups(slug, Kind: GroupFilter.Meaning), TestApp.Staff)).Value.Items);

        Assert.False((await app.Send(new UndoStep(slug, accepted.Step), TestApp.Staff)).Refused);
        Assert.Empty((await app.Send(new ListGroups(slug), TestApp.Staff)).Value.Items);
        Assert.Equal((2, suggestion.Id), ((await Look(slug)).Waiting, (await Look(slug)).Suggestion!.Id));
    }

    [Fact]
    public async Task Only_the_chosen_are_put_together_and_what_was_rejected_is_not_suggested_again()
    {
        var slug = await Searched();
        var first = (await Look(slug)).Suggestion!;
        var accepted = await Decide(slug, first, accept: true, first.Opinions.Take(2).Select(o => o.Sequence));
        Assert.Equal(2, (await app.Send(new ShowGroup(slug, accepted.Group), TestApp.Staff)).Value.Total);
        var second = (await Look(slug)).Suggestion!;
        Assert.Equal(Deer, second.Opinions.Select(o => o.Text));
        await Decide(slug, second, accept: false);
        await Search(slug);
        // What was left out is suggested again, with the group that the others are by now.
        var again = await Look(slug);
        Assert.Equal(1, again.Waiting);
        Assert.Contains(again.Suggestion!.Opinions, o => o is { Total: 2, Group: not null });
        Assert.DoesNotContain(again.Suggestion.Opinions, o => Deer.Contains(o.Text));
    }

    [Fact]
    public async Task A_group_that_somebody_changed_meanwhile_is_refused_by_name_and_the_suggestion_waits()
    {
        var slug = await app.Announce();
        // The others tell that not everybody speaks of lights.
        foreach (var text in Lights.Append(Lights[0]).Concat(Deer)) await app.Submit(slug, text);
        await CatchUp();
        await Search(slug);
        var suggestion = (await Look(slug)).Suggestion!;
        var seen = suggestion.Opinions.Select(o => o.Group).OfType<GroupSeen>().Single();
        await app.Send(new RenameGroup(slug, seen, "街灯"), TestApp.Staff);
        var late = await app.Send(new DecideSuggestion(slug, suggestion.Id, true, [.. suggestion.Opinions.Select(o => o.Sequence)], [seen]), TestApp.Staff);
        Assert.Equal(("group-changed", seen.Number), (late.Why!.Code, late.Why.Values[0]));
        var fresh = (await Look(slug)).Suggestion!;
        Assert.Equal("街灯", fresh.Opinions.Single(o => o.Group is not null).Title);
        await Decide(slug, fresh, accept: true);
        Assert.Equal(4, Assert.Single((await app.Send(new ListGroups(slug), TestApp.Staff)).Value.Items).Total);
        Assert.Equal("suggestion-decided", (await app.Send(new DecideSuggestion(slug, fresh.Id, false, [], []), TestApp.Staff)).Why!.Code);
    }

    [Fact]
    public async Task A_search_goes_on_after_a_restart_from_where_it_stood_and_can_be_stopped()
    {
        var slug = await Received();
        var runner = app.Services.GetRequiredService<SuggestionRunner>();
        await runner.StopAsync(CancellationToken.None);
        try
        {
            Assert.False((await app.Send(new StartSuggestions(slug), TestApp.Staff)).Refused);
            Assert.Equal("run-stands", (await app.Send(new StartSuggestions(slug), TestApp.Staff)).Why!.Code);
            Assert.Equal((0, null), ((await Look(slug)).Run!.Done, (await Look(slug)).Run!.FinishedAt));
            await using (await app.Join()) await Wait.Until(async () => (await Look(slug)).Run!.FinishedAt is not null);
            Assert.Equal(2, (await Look(slug)).Waiting);

            // On two nodes at once each section is gone through once.
            Assert.False((await app.Send(new StartSuggestions(slug), TestApp.Staff)).Refused);
            await Task.WhenAll(runner.GoOn(default), runner.GoOn(default));
            Assert.Equal(2, (await Look(slug)).Waiting);
            Assert.False((await app.Send(new StartSuggestions(slug), TestApp.Staff)).Refused);
            Assert.False((await app.Send(new StopSuggestions(slug), TestApp.Staff)).Refused);
            Assert.True((await Look(slug)).Run!.Stopped);
            Assert.Equal("run-finished", (await app.Send(new StopSuggestions(slug), TestApp.Staff)).Why!.Code);
        }
        finally
        {
            await runner.StartAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_suggested_outline_has_every_group_and_is_renamed_rearranged_and_taken_back()
    {
        var slug = await app.Announce();
        foreach (var text in Lights.Concat(Lights).Append("反対")) await app.Submit(slug, text);
        await CatchUp();
        Assert.Equal(4, (await Outline(slug)).AllWaiting);
        Assert.False((await app.Send(new SuggestOutline(slug, "計画案の全体"), TestApp.Staff)).Refused);
        var outline = await Outline(slug);
        Assert.Equal((0, 4), (outline.AllWaiting, outline.Headings.Sum(h => h.Groups.Count)));
        Assert.All(outline.Headings, h => Assert.True(h.Suggested));
        // By subject, in words of the opinions; what shares none stands under its section.
        Assert.Contains(outline.Headings[0].Title, (string[])["通学路の街灯", "通学路", "街灯"]);
        Assert.Equal(("計画案の全体", "反対"), (outline.Headings[^1].Title, outline.Headings[^1].Groups[^1].Text));
        Assert.Equal("nothing-waits", (await app.Send(new SuggestOutline(slug, "計画案の全体"), TestApp.Staff)).Why!.Code);

        var heading = outline.Headings[0];
        var renamed = await app.Send(new SaveHeading(slug, new(heading.Id, heading.Version), "街灯のこと"), TestApp.Staff);
        Assert.Equal("changed-meanwhile", (await app.Send(new SaveHeading(slug, new(heading.Id, heading.Version), "ほか"), TestApp.Staff)).Why!.Code);
        await app.Send(new SaveHeading(slug, null, "そのほか"), TestApp.Staff);
        outline = await Outline(slug);
        var (moved, last) = (outline.Headings[0].Groups[^1], outline.Headings[^1]);
        for (var i = 0; i < 20; i++)
        {
            // Up and down again and again: places run out of room and are given anew.
            var groups = (await Outline(slug)).Headings[0].Groups;
            await app.Send(new ArrangeGroup(slug, new(groups[^1].Number, groups[^1].Version), heading.Id, groups[1].Number), TestApp.Staff);
        }
        Assert.Equal(outline.Headings[0].Groups.Count, (await Outline(slug)).Headings[0].Groups.Select(g => g.Number).Distinct().Count());
        moved = (await Outline(slug)).Headings[0].Groups.Single(g => g.Number == moved.Number);
        await app.Send(new ArrangeGroup(slug, new(moved.Number, moved.Version), last.Id), TestApp.Staff);
        await app.Send(new ArrangeHeading(slug, new(last.Id, last.Version), heading.Id), TestApp.Staff);
        outline = await Outline(slug);
        Assert.Equal(("そのほか", moved.Number), (outline.Headings[0].Title, Assert.Single(outline.Headings[0].Groups).Number));
        Assert.Equal("街灯のこと", outline.Headings[1].Title);

        var removed = await app.Send(new RemoveHeading(slug, new(last.Id, outline.Headings[0].Version)), TestApp.Staff);
        Assert.Equal(1, (await Outline(slug)).AllWaiting);
        Assert.False((await app.Send(new UndoStep(slug, removed.Value.Step), TestApp.Staff)).Refused);
        Assert.False((await app.Send(new UndoStep(slug, renamed.Value.Step), TestApp.Staff)).Refused);
        outline = await Outline(slug);
        Assert.Equal((0, heading.Title), (outline.AllWaiting, outline.Headings.Single(h => h.Id == heading.Id).Title));
    }

    async Task<string> Received()
    {
        var slug = await app.Announce();
        foreach (var text in Lights.Concat(Deer).Append("図書館の閉館を夜九時まで延ばすことを求めます。")) await app.Submit(slug, text);
        await CatchUp();
        return slug;
    }

    async Task<string> Searched()
    {
        var slug = await Received();
        await Search(slug);
        return slug;
    }

    async Task Search(string slug)
    {
        Assert.False((await app.Send(new StartSuggestions(slug), TestApp.Staff)).Refused);
        await Wait.Until(async () => (await Look(slug)).Run!.FinishedAt is not null);
    }

    Task CatchUp() => app.Services.GetRequiredService<ArrivalGrouper>().CatchUp(0, default);

    async Task<SuggestionsView> Look(string slug) => (await app.Send(new GetSuggestions(slug), TestApp.Staff)).Value;

    async Task<OutlineView> Outline(string slug) => (await app.Send(new GetOutline(slug), TestApp.Staff)).Value;

    async Task<StepDone> Decide(string slug, SuggestionView suggestion, bool accept, IEnumerable<long>? chosen = null) => (await app.Send(new DecideSuggestion(
        slug, suggestion.Id, accept, [.. chosen ?? suggestion.Opinions.Select(o => o.Sequence)], [.. suggestion.Opinions.Select(o => o.Group).OfType<GroupSeen>()]), TestApp.Staff)).Value;
}

public sealed class SuggestingOnSqlite(OnSqlite engine) : SuggestingTests(engine), IClassFixture<OnSqlite>;

public sealed class SuggestingOnPostgres(OnPostgres engine) : SuggestingTests(engine), IClassFixture<OnPostgres>;
