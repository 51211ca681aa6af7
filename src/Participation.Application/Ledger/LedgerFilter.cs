using Participation.Domain.Consultations;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>What of the ledger is looked for; all of it when nothing is said. It stands in the page's address.</summary>
/// <param name="Section">On a section of the plan or what stands in it.</param>
/// <param name="OutOfScope">Only what holds an opinion that is out of scope.</param>
/// <param name="Ungrouped">Only what holds an opinion that counts and stands in no group.</param>
public sealed record LedgerFilter(
    Channel? Channel = null, string? Section = null, SubmissionStatus? Status = null, Hands? Hands = null, int? Office = null, bool OutOfScope = false, bool Ungrouped = false)
{
    public static readonly LedgerFilter None = new();

    internal IQueryable<Submission> Narrow(IQueryable<Submission> submissions, Caller caller)
    {
        if (Channel is { } channel) submissions = submissions.Where(s => s.Channel == channel);
        // What is not accepted has an index of its own, which the engines use where the condition says so.
        if (Status is { } status)
            submissions = status is SubmissionStatus.Accepted
                ? submissions.Where(s => s.Status == status)
                : submissions.Where(s => s.Status != SubmissionStatus.Accepted && s.Status == status);
        if (Hands is Ledger.Hands.Mine) submissions = submissions.Where(s => s.Assignee == caller.ActorId);
        if (Hands is Ledger.Hands.Nobodys) submissions = submissions.Where(s => s.Assignee == null);
        if (Office is { } office) submissions = submissions.Where(s => s.OfficeId == office);
        return submissions;
    }
}

/// <summary>Who has it in hand.</summary>
public enum Hands { Mine, Nobodys }
