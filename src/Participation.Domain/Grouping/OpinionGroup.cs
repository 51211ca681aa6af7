using Participation.Domain.Outcomes;

namespace Participation.Domain.Grouping;

/// <summary>What a step of staff changes: each time it has a new version.</summary>
interface ITouched
{
    Guid Id { get; }

    /// <summary>What people call it by; 0 where it has no number.</summary>
    int Number { get; }

    int Version { get; }

    void Touch(string act, string detail);
}

/// <summary>How a group came about.</summary>
public enum GroupKind
{
    /// <summary>The same words, but for spaces, punctuation and width. Stands by itself.</summary>
    Same,
    /// <summary>A form letter: names or small words exchanged. Stands by itself.</summary>
    Letter,
    /// <summary>No group but a counter: texts too short to say that two mean one thing (「反対」).</summary>
    Counter,
    /// <summary>Made by staff.</summary>
    Hand,
}

/// <summary>Why a group was put into another.</summary>
public enum JoinedBy
{
    /// <summary>A suggestion of like meaning that staff accepted.</summary>
    Meaning,
    /// <summary>Staff, of themselves.</summary>
    Hand,
}

/// <summary>
/// 意見のグループ. Opinions are members of one group for good as they arrive; what staff put together is a group put into another,
/// one level deep. So joining two of a hundred thousand moves one row, undoing it moves it back, and whoever arrived meanwhile
/// beside one of them goes along.
/// </summary>
public sealed class OpinionGroup : Aggregate, ITouched
{
    public const int TitleAtMost = 120;

    OpinionGroup() { }

    /// <param name="first">The opinion whose words stand for the group.</param>
    public OpinionGroup(int consultationId, int number, GroupKind kind, Guid first, string? section, DateTimeOffset now) =>
        (Id, ConsultationId, Number, Kind, FirstId, Section) = (Guid.CreateVersion7(now), consultationId, number, kind, first, section);

    public Guid Id { get; private set; }
    public int ConsultationId { get; private set; }

    /// <summary>What people call it by, within its consultation.</summary>
    public int Number { get; private set; }

    public GroupKind Kind { get; private set; }
    public Guid FirstId { get; private set; }

    /// <summary>Anchor of the section that its first opinion speaks of.</summary>
    public string? Section { get; private set; }

    /// <summary>What staff call it; null until they do.</summary>
    public string? Title { get; private set; }

    /// <summary>Its own members that count. Kept by the database, so that an arrival and an act of staff never overwrite each other.</summary>
    public int Size { get; private set; }

    /// <summary>Those and its parts' members; 0 while it is itself a part. Kept by the database.</summary>
    public int Total { get; private set; }

    /// <summary>The group it was put into; null while it stands on its own.</summary>
    public Guid? IntoId { get; private set; }

    public JoinedBy? Joined { get; private set; }

    /// <summary>Where it stands in the outline; null while it has no place there.</summary>
    public Guid? HeadingId { get; private set; }

    /// <summary>Order under its heading.</summary>
    public int Place { get; private set; }

    /// <summary>担当課: the office that looks after what its opinions say.</summary>
    public int? OfficeId { get; private set; }

    /// <summary>The account that has it in hand.</summary>
    public string? Assignee { get; private set; }

    /// <summary>Counts what staff did to it; arrivals change nothing that anybody decided.</summary>
    public int Version { get; private set; }

    /// <summary>As its second kind of text arrives.</summary>
    public void BecomeLetter() => Kind = Kind is GroupKind.Same ? GroupKind.Letter : Kind;

    internal void PutInto(Guid? root, JoinedBy? by) => (IntoId, Joined) = (root, by);

    internal void Rename(string? title) => Title = title;

    internal void Stand(Guid? heading, int place) => (HeadingId, Place) = (heading, place);

    internal void Hand(int? office, string? assignee) => (OfficeId, Assignee) = (office, assignee);

    /// <summary>申し送り among staff: only ever added to. It changes nothing that anybody decided.</summary>
    public Outcome<GroupNote> Note(string? words, string by, DateTimeOffset now)
    {
        var note = GroupNote.Of(Id, words, by, now);
        // The trail says that it was done; what staff wrote stays with the group.
        if (!note.Refused) Log("group.noted", $"group:{Id}");
        return note;
    }

    void ITouched.Touch(string act, string detail)
    {
        Version++;
        Log(act, $"group:{Id}", detail);
    }
}

/// <summary>An opinion's place in a group. No opinion has two.</summary>
public sealed class GroupMember
{
    GroupMember() { }

    /// <param name="likeness">To the text it was put beside, in per cent.</param>
    public GroupMember(Guid opinion, Guid group, Placing tier, int likeness, bool counted) =>
        (OpinionId, GroupId, Tier, Likeness, Counted) = (opinion, group, tier, likeness, counted);

    public Guid OpinionId { get; private set; }
    public Guid GroupId { get; private set; }
    public Placing Tier { get; private set; }
    public int Likeness { get; private set; }

    /// <summary>Not once its sender has taken it back; the link stays.</summary>
    public bool Counted { get; private set; }

    /// <summary>Who of the staff put it here; null while it stands where it arrived.</summary>
    public string? PlacedBy { get; private set; }

    internal void MoveTo(Guid group, string? by) => (GroupId, PlacedBy) = (group, by);
}
