using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Tests.Grouping;

public sealed class RegroupingTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 26, 9, 0, 0, TimeSpan.FromHours(9));

    int number;

    [Fact]
    public void A_group_brings_its_parts_along_and_an_undo_gives_each_back_its_place()
    {
        var (whole, part, into) = (Group(), Group(), Group());
        var first = Act(StepKind.Merged);
        first.Join(part, [], whole, JoinedBy.Meaning);
        first.Close();
        var second = Act(StepKind.Merged);
        second.Join(whole, [part], into, JoinedBy.Hand);
        var step = second.Close();
        Assert.Equal((into.Id, into.Id, JoinedBy.Hand), (whole.IntoId, part.IntoId, part.Joined));
        Assert.Equal([(whole.Number, 2), (into.Number, 1)], step.Touched.Select(t => (t.Number, t.Version)));

        Assert.False(Undo(step, [], whole, part, into).Refused);
        Assert.Equal((null, whole.Id, JoinedBy.Meaning), (whole.IntoId, part.IntoId, part.Joined));
        Assert.Equal("already-undone", Undo(step, [], whole, part, into).Why!.Code);
    }

    [Fact]
    public void What_was_built_on_is_not_taken_back()
    {
        var (one, other) = (Group(), Group());
        var act = Act(StepKind.Merged);
        act.Join(other, [], one, JoinedBy.Hand);
        var refused = act.Close().Undo(Of(one, other), NoHeadings, None, null, built: true, "staff-2", Now);
        Assert.Equal("undo-later-first", refused.Why!.Code);
        Assert.Equal(one.Id, other.IntoId);
    }

    [Fact]
    public void Whoever_arrived_beside_what_was_taken_out_goes_back_with_it()
    {
        var group = Group();
        var taken = new GroupMember(Guid.NewGuid(), group.Id, Placing.Same, 100, true);
        var act = Act(StepKind.Split);
        var apart = act.TakeOut([(taken, "s1")], group.Id, group);
        var step = act.Close();
        Assert.Equal((apart.Id, "staff-1", taken.OpinionId, "s1"), (taken.GroupId, taken.PlacedBy, apart.FirstId, apart.Section));
        var newcomer = new GroupMember(Guid.NewGuid(), apart.Id, Placing.Same, 100, true);
        Undo(step, [taken, newcomer], group, apart);
        Assert.All([taken, newcomer], m => Assert.Equal((group.Id, null), (m.GroupId, m.PlacedBy)));
    }

    [Fact]
    public void Every_act_makes_a_version_and_an_entry_in_the_log()
    {
        var group = Group();
        var act = Act(StepKind.Renamed);
        act.Rename(group, "歩道");
        act.Close();
        Assert.Equal((1, "group.renamed"), (group.Version, Assert.Single(group.Acts).Name));
        Assert.Equal("field-too-long", Act(StepKind.Renamed).Rename(group, new string('長', OpinionGroup.TitleAtMost + 1)).Why!.Code);
    }

    [Fact]
    public void A_suggestion_is_decided_once_and_marked_by_whom_it_names()
    {
        var run = new SuggestionRun(1, [null, "s1"], "staff-1", Now);
        Guid[] opinions = [Guid.NewGuid(), Guid.NewGuid()];
        var suggestion = new GroupSuggestion(run, 1, null, opinions, 62, [new("除雪", 400)], Now);
        Assert.Equal(GroupSuggestion.MarkOf(opinions.Reverse()), suggestion.Mark);
        Assert.False(suggestion.Decide(SuggestionState.Rejected, "staff-1").Refused);
        Assert.Equal("suggestion-decided", suggestion.Decide(SuggestionState.Accepted, "staff-2").Why!.Code);
        var act = Act(StepKind.Rejected);
        act.Decide(suggestion);
        act.Close().Undo(Of(), NoHeadings, None, suggestion, built: false, "staff-2", Now);
        Assert.Equal((SuggestionState.Open, null), (suggestion.State, suggestion.DecidedBy));
    }

    [Fact]
    public void A_heading_that_is_taken_away_leaves_its_groups_waiting_and_comes_back_with_them()
    {
        var group = Group();
        var act = Act(StepKind.Arranged);
        var heading = act.Head("s1", " 歩道と除雪 ", 1, suggested: true).Value;
        act.Stand(group, heading.Id, 1);
        act.Close();
        Assert.Equal(("歩道と除雪", heading.Id), (heading.Title, group.HeadingId));
        var removal = Act(StepKind.Arranged);
        removal.Remove(heading, [group]);
        var step = removal.Close();
        Assert.Equal((true, null), (heading.Gone, group.HeadingId));
        step.Undo(Of(group), new Dictionary<Guid, OutlineHeading> { [heading.Id] = heading }, None, null, built: false, "staff-2", Now);
        Assert.Equal((false, heading.Id, 1), (heading.Gone, group.HeadingId, group.Place));
        Assert.Equal("required", Act(StepKind.Arranged).Head(null, " ", 1).Why!.Code);
    }

    [Fact]
    public void A_search_goes_from_section_to_section_until_it_is_finished_or_stopped()
    {
        var run = new SuggestionRun(1, [null, "s1"], "staff-1", Now);
        run.Went(3, Now);
        Assert.Equal((1, 3, null), (run.Done, run.Found, run.FinishedAt));
        run.Went(1, Now);
        Assert.Equal((2, 4, Now), (run.Done, run.Found, run.FinishedAt));
        Assert.Equal("run-finished", run.Stop(Now).Why!.Code);
    }

    static Dictionary<Guid, OutlineHeading> NoHeadings => [];

    static ILookup<Guid, GroupMember> None => Array.Empty<GroupMember>().ToLookup(m => m.GroupId);

    static Dictionary<Guid, OpinionGroup> Of(params OpinionGroup[] groups) => groups.ToDictionary(g => g.Id);

    static Outcome<Done> Undo(GroupingStep step, GroupMember[] members, params OpinionGroup[] groups) =>
        step.Undo(Of(groups), NoHeadings, members.ToLookup(m => m.GroupId), null, built: false, "staff-2", Now);

    OpinionGroup Group() => new(1, ++number, GroupKind.Same, Guid.NewGuid(), null, Now);

    Regrouping Act(StepKind kind) => new(1, kind, "staff-1", Now, ++number);
}
