using Participation.Domain.Plans;

namespace Participation.Application.Plans;

/// <summary>How a plan is written.</summary>
public enum PlanFormat { Markdown, PlainText, Docx }

/// <summary>Why a plan could not be read.</summary>
public enum PlanProblem
{
    /// <summary>Nothing in it.</summary>
    Empty,
    /// <summary>Text, but not UTF-8.</summary>
    NotUtf8,
    TooLarge,
    TooManyPassages,
    NotDocx,
    /// <summary>Protected by a password, or in the older .doc format.</summary>
    EncryptedOrLegacy,
    Damaged,
}

/// <summary>A plan that was read, or why it was not; one of the two is null.</summary>
public sealed record PlanReading(PlanDraft? Draft, PlanProblem? Problem)
{
    public static implicit operator PlanReading(PlanProblem problem) => new(null, problem);
}
