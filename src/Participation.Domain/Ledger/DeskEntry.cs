using Participation.Domain.Consultations;

namespace Participation.Domain.Ledger;

/// <summary>What staff did with a submission.</summary>
public enum DeskAct
{
    Noted,
    Assigned,
    ScanAttached,
    /// <summary>It was attached to the wrong submission.</summary>
    ScanAside,
    ScanBack,
    Split,
    SplitUndone,
    Masked,
    Unmasked,
    OutOfScope,
    BackInScope,
    /// <summary>入力の取消し: keyed in by mistake.</summary>
    Voided,
    /// <summary>With the whole sheet that it came with.</summary>
    VoidedWithSheet,
    /// <summary>That was taken back.</summary>
    Restored,
}

/// <summary>A line in a submission's history (経過), kept beside the original: who did what, when. Only ever added to.</summary>
public sealed class DeskEntry
{
    public const int WordsAtMost = StaffWords.AtMost;

    DeskEntry() { }

    internal DeskEntry(Guid submission, DeskAct act, string by, DateTimeOffset now, string? words = null) =>
        (Id, SubmissionId, Act, By, At, Words) = (Guid.CreateVersion7(now), submission, act, by, now, words);

    public Guid Id { get; private set; }
    public Guid SubmissionId { get; private set; }
    public DeskAct Act { get; private set; }

    /// <summary>The account, or <c>operator</c>.</summary>
    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>A note among staff, a reason, the name of a file.</summary>
    public string? Words { get; private set; }
}
