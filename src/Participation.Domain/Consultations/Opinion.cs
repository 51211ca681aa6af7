using Participation.Domain.Live;
using Participation.Domain.Moderation;

namespace Participation.Domain.Consultations;

/// <summary>
/// 意見（件）: one separable point of a submission. Its words are never changed nor deleted; only how it counts may change, and
/// the database refuses the rest.
/// </summary>
public sealed partial class Opinion
{
    Opinion() { }

    internal Opinion(Submission submission, OpinionDraft draft, int ordinal, string? section)
    {
        Id = Guid.CreateVersion7(submission.ReceivedAt);
        SubmissionId = submission.Id;
        ConsultationId = submission.ConsultationId;
        Ordinal = ordinal;
        ReceivedAt = submission.ReceivedAt;
        Status = submission.Status;
        Channel = submission.Channel;
        (Anchor, Section, Quote, Topic, Text) = (draft.Anchor, section, draft.Quote, draft.Topic, draft.Text);
        // What staff key in, they have read.
        if (submission.Channel is Channel.Web && SpamSigns.In(draft.Text)) Withheld = Moderation.Withheld.Held;
    }

    public Guid Id { get; private set; }
    public Guid SubmissionId { get; private set; }
    public int ConsultationId { get; private set; }

    /// <summary>Place in the consultation's log: pages are read by it. Given by the intake when the opinion is committed.</summary>
    public long Sequence { get; private set; }

    /// <summary>1 for the first opinion of its submission.</summary>
    public int Ordinal { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }
    public SubmissionStatus Status { get; private set; }
    public Channel Channel { get; private set; }

    /// <summary>The passage or section it speaks of; null for the plan as a whole.</summary>
    public string? Anchor { get; private set; }

    /// <summary>The section that passage stood in when the opinion came.</summary>
    public string? Section { get; private set; }

    /// <summary>The words of the passage that were picked out.</summary>
    public string? Quote { get; private set; }

    /// <summary>The heading it was noted under at a meeting.</summary>
    public string? Topic { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Why its words are not shown; null while they are.</summary>
    public Withheld? Withheld { get; private set; }

    /// <summary>Whether it has a place in a group. Kept by the database, where members come and go.</summary>
    public bool Grouped { get; private set; }

    internal string ArrivalKind => Status is SubmissionStatus.Late ? Kinds.OpinionLate : Kinds.OpinionReceived;

    internal string ArrivalData() => Status is SubmissionStatus.Late
        ? "{}"
        : $$"""{"section":{{Json(Section)}},"anchor":{{Json(Anchor)}}}""";

    internal void PlaceAt(long sequence) => Sequence = sequence;

    internal void Withhold(Withheld? why) => Withheld = why;

    internal void Withdraw() => Status = SubmissionStatus.Withdrawn;

    // Anchors are made of letters, digits and hyphens: nothing in them needs escaping.
    static string Json(string? anchor) => anchor is null ? "null" : $"\"{anchor}\"";
}

/// <summary>An opinion as it is written, before it is received.</summary>
/// <param name="Anchor">A section's or passage's anchor in the plan; null for the plan as a whole.</param>
public sealed record OpinionDraft(string Text, string? Anchor = null, string? Quote = null, string? Topic = null);
