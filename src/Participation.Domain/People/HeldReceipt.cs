namespace Participation.Domain.People;

/// <summary>
/// A submission that an account shows in its history. Its number and secret prove who sent it, as before; two people who hold the
/// same receipt (a family) may both keep it.
/// </summary>
public sealed class HeldReceipt : Aggregate
{
    HeldReceipt() { }

    public HeldReceipt(Guid submissionId, string userId, DateTimeOffset now)
    {
        (SubmissionId, UserId, At) = (submissionId, userId, now);
        Log("receipt.held", $"account:{userId}", $$"""{"submission":"{{submissionId}}"}""");
    }

    public Guid SubmissionId { get; private set; }
    public string UserId { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
