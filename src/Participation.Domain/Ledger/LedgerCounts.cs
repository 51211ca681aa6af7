using Participation.Domain.Consultations;

namespace Participation.Domain.Ledger;

/// <summary>
/// How many submissions each of the ledger's filters finds, late and withdrawn ones too: kept as they are committed
/// (<see cref="TallyDimension.Ledger"/>), so that no list counts its rows.
/// </summary>
public static class LedgerCounts
{
    public const string All = "", Unassigned = "unassigned";

    public static string Of(Channel channel) => $"channel:{channel}";

    public static string Of(SubmissionStatus status) => $"status:{status}";

    public static string OfAssignee(string account) => $"assignee:{account}";

    public static string OfOffice(int office) => $"office:{office}";

    internal static IEnumerable<TallyChange> Of(Submission submission, int sign)
    {
        TallyChange By(string key) => new(submission.ConsultationId, TallyDimension.Ledger, key, sign, 0);
        yield return By(All);
        yield return By(Of(submission.Channel));
        yield return By(Of(submission.Status));
        yield return By(submission.Assignee is { } assignee ? OfAssignee(assignee) : Unassigned);
        if (submission.OfficeId is { } office) yield return By(OfOffice(office));
    }
}
