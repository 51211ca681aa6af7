namespace Participation.Domain.Consultations;

/// <summary>How a submission counts, and each opinion in it.</summary>
public enum SubmissionStatus
{
    Accepted,
    /// <summary>期限後: kept and listed apart, not counted.</summary>
    Late,
    /// <summary>取下げ: taken back by its sender before the close; the original stays, unseen and uncounted.</summary>
    Withdrawn,
    /// <summary>Of an opinion: its parts count in its place.</summary>
    Split,
    /// <summary>対象外, of an opinion: kept and listed apart with the reason, not counted.</summary>
    OutOfScope,
    /// <summary>Of a part: the splitting was taken back, and the original counts again.</summary>
    Undone,
}
