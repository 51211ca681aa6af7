using Participation.Domain.Outcomes;

namespace Participation.Domain.Grouping;

/// <summary>One act of staff on groups, which notes as it goes how it is taken back.</summary>
/// <param name="number">The next free number of a group.</param>
public sealed class Regrouping(int consultationId, StepKind kind, string by, DateTimeOffset now, int number)
{
    readonly List<Reversal> back = [];
    readonly List<ITouched> touched = [];
    readonly List<OpinionGroup> made = [];
    readonly List<GroupMember> members = [];
    readonly List<OutlineHeading> headings = [];
    readonly GroupingStep step = new(consultationId, kind, by, now);

    /// <summary>Groups and members that did not stand before.</summary>
    public IReadOnlyList<OpinionGroup> Made => made;

    public IReadOnlyList<GroupMember> NewMembers => members;

    public IReadOnlyList<OutlineHeading> NewHeadings => headings;

    /// <summary>Puts a group with all its parts into another.</summary>
    public void Join(OpinionGroup group, IEnumerable<OpinionGroup> parts, OpinionGroup root, JoinedBy how)
    {
        foreach (var each in parts.Prepend(group).ToList()) Put(each, root.Id, how);
        Touch(group);
        Touch(root);
    }

    /// <summary>A part stands on its own again, or goes over to another group.</summary>
    public void Part(OpinionGroup part, OpinionGroup from, OpinionGroup? to)
    {
        Put(part, to?.Id, to is null ? null : JoinedBy.Hand);
        Touch(part);
        Touch(from);
        if (to is not null) Touch(to);
    }

    /// <summary>Takes opinions out of a group into one of their own.</summary>
    public OpinionGroup TakeOut(IReadOnlyList<(GroupMember Member, string? Section)> some, Guid leaf, OpinionGroup root)
    {
        var apart = Make(some.Count is 1 ? GroupKind.Same : GroupKind.Hand, some[0].Member.OpinionId, some[0].Section);
        foreach (var (member, _) in some) member.MoveTo(apart.Id, by);
        back.Add(new(apart.Id, Reverse.Members, leaf));
        Touch(root);
        return apart;
    }

    /// <summary>An opinion that stood alone gets a group to be put somewhere with; alone in it, it is shown as alone.</summary>
    public OpinionGroup Alone(Guid opinion, string? section, bool counted)
    {
        var alone = Make(GroupKind.Same, opinion, section);
        members.Add(new(opinion, alone.Id, Placing.First, 100, counted));
        return alone;
    }

    public Outcome<Done> Rename(OpinionGroup group, string? title)
    {
        var words = title?.Trim();
        if (words is { Length: > OpinionGroup.TitleAtMost }) return Refusal.Invalid("title", "field-too-long", OpinionGroup.TitleAtMost);
        back.Add(new(group.Id, Reverse.Title, Title: group.Title));
        group.Rename(string.IsNullOrEmpty(words) ? null : words);
        Touch(group);
        return Done.It;
    }

    /// <summary>Hands a group to an office, a person, both or nobody. That they exist is the handler's to see.</summary>
    public void Assign(OpinionGroup group, int? office, string? assignee)
    {
        back.Add(new(group.Id, Reverse.Hands, Office: group.OfficeId, Assignee: group.Assignee));
        group.Hand(office, assignee);
        Touch(group);
    }

    /// <summary>Gives a group its place in the outline.</summary>
    public void Stand(OpinionGroup group, Guid? heading, int place)
    {
        if (group.HeadingId == heading && group.Place == place) return;
        back.Add(new(group.Id, Reverse.Place, group.HeadingId, Place: group.Place));
        group.Stand(heading, place);
        Touch(group);
    }

    /// <summary>A heading for groups to stand under.</summary>
    /// <param name="suggested">Made from the words of what is to stand under it.</param>
    public Outcome<OutlineHeading> Head(string? section, string? title, int place, bool suggested = false)
    {
        var words = OutlineHeading.Check(title);
        if (words.Refused) return words.Why;
        var heading = new OutlineHeading(consultationId, section, words.Value, place, suggested, now);
        headings.Add(heading);
        back.Add(new(heading.Id, Reverse.HeadingStands, Place: 0));
        Touch(heading);
        return heading;
    }

    public Outcome<Done> Rename(OutlineHeading heading, string? title)
    {
        var words = OutlineHeading.Check(title);
        if (words.Refused) return words.Why;
        back.Add(new(heading.Id, Reverse.HeadingTitle, Title: heading.Title));
        heading.Call(words.Value);
        Touch(heading);
        return Done.It;
    }

    public void Place(OutlineHeading heading, int place)
    {
        back.Add(new(heading.Id, Reverse.HeadingPlace, Place: heading.Place));
        heading.Put(place);
        Touch(heading);
    }

    /// <summary>Takes a heading away; what stood under it waits for another.</summary>
    public void Remove(OutlineHeading heading, IEnumerable<OpinionGroup> under)
    {
        foreach (var group in under) Stand(group, null, 0);
        back.Add(new(heading.Id, Reverse.HeadingStands, Place: 1));
        heading.Stand(false);
        Touch(heading);
    }

    /// <summary>The suggestion that was decided by this act.</summary>
    public void Decide(GroupSuggestion suggestion) => back.Add(new(suggestion.Id, Reverse.Suggestion));

    /// <summary>What was done, for the log: every group of it has a new version.</summary>
    public GroupingStep Close()
    {
        var act = $"group.{kind.ToString().ToLowerInvariant()}";
        var numbers = string.Join(',', touched.Where(t => t.Number > 0).Select(t => t.Number));
        foreach (var one in touched)
        {
            one.Touch(act, $$"""{"step":"{{step.Id}}","groups":[{{numbers}}]}""");
            step.Touched.Add(new(step.Id, one.Id, one.Number, one.Version));
        }
        step.Back = back;
        return step;
    }

    OpinionGroup Make(GroupKind of, Guid first, string? section)
    {
        var group = new OpinionGroup(consultationId, number++, of, first, section, now);
        made.Add(group);
        Touch(group);
        return group;
    }

    void Put(OpinionGroup group, Guid? root, JoinedBy? how)
    {
        back.Add(new(group.Id, Reverse.Into, group.IntoId, group.Joined));
        group.PutInto(root, how);
    }

    void Touch(ITouched one)
    {
        if (!touched.Contains(one)) touched.Add(one);
    }
}
