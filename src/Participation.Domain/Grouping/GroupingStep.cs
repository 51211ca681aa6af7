using Participation.Domain.Outcomes;

namespace Participation.Domain.Grouping;

/// <summary>What staff did.</summary>
public enum StepKind
{
    Merged,
    Split,
    Moved,
    Renamed,
    Accepted,
    Rejected,
    Arranged,
    /// <summary>Handed to an office, a person, both or nobody.</summary>
    Assigned,
}

/// <summary>One thing to take back.</summary>
/// <param name="Group">The group, suggestion or heading that is changed back.</param>
/// <param name="Members">Its members go back to <paramref name="To"/>; else it is the group that it stood in.</param>
public sealed record Reversal(Guid Group, Reverse What, Guid? To = null, JoinedBy? Joined = null, string? Title = null, int Place = 0, int? Office = null, string? Assignee = null);

public enum Reverse
{
    Into,
    Members,
    Title,
    Place,
    Hands,
    Suggestion,
    HeadingTitle,
    HeadingPlace,
    /// <summary>Whether a heading stands: 1 or 0 as its place.</summary>
    HeadingStands,
}

/// <summary>A group (or, without a number, a heading) that a step changed, and its version from then on.</summary>
public sealed record StepTouch(Guid StepId, Guid GroupId, int Number, int Version);

/// <summary>An act of staff on groups: who, when, what, and how to take it back. Nothing else is lost with it.</summary>
public sealed class GroupingStep
{
    GroupingStep() { }

    internal GroupingStep(int consultationId, StepKind kind, string by, DateTimeOffset at) =>
        (Id, ConsultationId, Kind, By, At) = (Guid.CreateVersion7(at), consultationId, kind, by, at);

    public Guid Id { get; private set; }
    public int ConsultationId { get; private set; }
    public StepKind Kind { get; private set; }
    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>In the order they were done; taken back from the end.</summary>
    public IReadOnlyList<Reversal> Back { get; internal set; } = [];

    public List<StepTouch> Touched { get; private set; } = [];
    public DateTimeOffset? UndoneAt { get; private set; }
    public string? UndoneBy { get; private set; }

    /// <summary>Takes the step back.</summary>
    /// <param name="groups">All that <see cref="Back"/> and <see cref="Touched"/> name.</param>
    /// <param name="membersOf">The members now in a group, for those that give theirs back.</param>
    /// <param name="built">Whether a later step builds on this one.</param>
    public Outcome<Done> Undo(
        IReadOnlyDictionary<Guid, OpinionGroup> groups, IReadOnlyDictionary<Guid, OutlineHeading> headings, ILookup<Guid, GroupMember> membersOf,
        GroupSuggestion? suggestion, bool built, string by, DateTimeOffset now)
    {
        if (UndoneAt is not null) return Refusal.Conflict("already-undone");
        if (built) return Refusal.Conflict("undo-later-first");
        foreach (var back in Back.Reverse())
        {
            switch (back.What)
            {
                case Reverse.Into: groups[back.Group].PutInto(back.To, back.Joined); break;
                case Reverse.Title: groups[back.Group].Rename(back.Title); break;
                case Reverse.Place: groups[back.Group].Stand(back.To, back.Place); break;
                case Reverse.Hands: groups[back.Group].Hand(back.Office, back.Assignee); break;
                case Reverse.Suggestion: suggestion?.Reopen(); break;
                case Reverse.HeadingTitle: headings[back.Group].Call(back.Title!); break;
                case Reverse.HeadingPlace: headings[back.Group].Put(back.Place); break;
                case Reverse.HeadingStands: headings[back.Group].Stand(back.Place is 1); break;
                case Reverse.Members:
                    foreach (var member in membersOf[back.Group]) member.MoveTo(back.To!.Value, null);
                    break;
            }
        }
        foreach (var touched in Touched)
        {
            ITouched one = touched.Number is 0 ? headings[touched.GroupId] : groups[touched.GroupId];
            one.Touch("group.undone", $$"""{"step":"{{Id}}"}""");
        }
        (UndoneAt, UndoneBy) = (now, by);
        return Done.It;
    }
}
