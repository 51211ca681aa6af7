using Participation.Domain.Outcomes;

namespace Participation.Domain.Answering;

/// <summary>Who did what to a response, when, and what it was before. Only ever added to; an undo marks it.</summary>
public sealed class ResponseStep
{
    public const int RemarkAtMost = 1_000;

    ResponseStep() { }

    internal ResponseStep(Response response, ResponseAct act, string? remark, ResponseStand before, string by, DateTimeOffset at) =>
        (Id, ResponseId, ConsultationId, Version, Act, Remark, Before, By, At) =
        (Guid.CreateVersion7(at), response.Id, response.ConsultationId, response.Version, act, remark, before, by, at);

    public Guid Id { get; private set; }
    public Guid ResponseId { get; private set; }
    public int ConsultationId { get; private set; }

    /// <summary>The version that it made.</summary>
    public int Version { get; private set; }

    public ResponseAct Act { get; private set; }

    /// <summary>Why it was sent back.</summary>
    public string? Remark { get; private set; }

    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>What an undo brings back.</summary>
    public ResponseStand Before { get; private set; } = ResponseStand.None;

    public DateTimeOffset? UndoneAt { get; private set; }
    public string? UndoneBy { get; private set; }

    internal static Outcome<string?> CheckRemark(string? remark)
    {
        var words = remark?.Trim();
        if (string.IsNullOrEmpty(words)) return Refusal.Invalid("remark", "required");
        return words.Length > RemarkAtMost ? Refusal.Invalid("remark", "field-too-long", RemarkAtMost) : words;
    }

    internal void Undone(string by, DateTimeOffset now) => (UndoneAt, UndoneBy) = (now, by);
}

/// <summary>A response as it stood: its words, how far it was, and by whose hands.</summary>
public sealed record ResponseStand(
    ResponseState? State, ResponseWords Words, Signature? Drafted = null, Signature? Checked = null, Signature? Approved = null, string? Remark = null, int? ApprovedTotal = null)
{
    public static readonly ResponseStand None = new(null, ResponseWords.None);
}

/// <summary>A name and a time under an act.</summary>
public sealed record Signature(string By, DateTimeOffset At);
