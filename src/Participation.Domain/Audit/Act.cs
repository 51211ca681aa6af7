namespace Participation.Domain.Audit;

/// <summary>Something a person did, for the audit trail. Ids and codes only: no names, addresses or bodies.</summary>
/// <param name="Name">What was done: <c>submission.withdrawn</c>.</param>
/// <param name="Subject">To what, by an id that lasts: <c>submission:K7MQ-3XPD-92WT</c>.</param>
/// <param name="Detail">JSON.</param>
public sealed record Act(string Name, string Subject, string Detail);
