namespace Participation.Domain.Consultations;

/// <summary>How a submission counts.</summary>
public enum SubmissionStatus
{
    Accepted,
    /// <summary>期限後: kept and listed apart, not counted.</summary>
    Late,
    /// <summary>取下げ: taken back by its sender before the close; the original stays, unseen and uncounted.</summary>
    Withdrawn,
}
