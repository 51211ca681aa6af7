using Participation.Domain.Consultations;
using Participation.Domain.Grouping;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Answering;

/// <summary>市の考え方 on a group: drafted, checked, approved. Whoever wrote its words neither checks nor approves them (四つの目).</summary>
public sealed class Response : Aggregate
{
    Response() { }

    public Guid Id { get; private set; }
    public int ConsultationId { get; private set; }

    /// <summary>The group that it answers. What the group was put into has its own.</summary>
    public Guid GroupId { get; private set; }

    /// <summary>Null while nothing stands: nobody wrote, or it was taken back.</summary>
    public ResponseState? State { get; private set; }

    public ResponseWords Words { get; private set; } = ResponseWords.None;

    /// <summary>Whether its words change the plan: beside them, to be found by.</summary>
    public bool ChangesPlan { get; private set; }

    /// <summary>Whose words they are.</summary>
    public Signature? Drafted { get; private set; }

    public Signature? Checked { get; private set; }
    public Signature? Approved { get; private set; }

    /// <summary>Why it was sent back; gone once it is written anew.</summary>
    public string? Remark { get; private set; }

    /// <summary>How many opinions it answered as it was approved.</summary>
    public int? ApprovedTotal { get; private set; }

    /// <summary>Counts each step; of two who take one at once the later is told.</summary>
    public int Version { get; private set; }

    public static Response For(OpinionGroup group, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), ConsultationId = group.ConsultationId, GroupId = group.Id };

    /// <summary>起案: what is written anew is checked and approved anew.</summary>
    public Outcome<ResponseStep> Draft(ResponseWords words, Consultation consultation, string by, DateTimeOffset now)
    {
        if (Closed(consultation, now) is { } closed) return closed;
        var faults = words.Faults(consultation.ReflectionCodes).ToList();
        if (faults.Count > 0) return Refusal.Invalid(faults);
        return Step(ResponseAct.Drafted, null, by, now, () =>
        {
            (State, Words, Drafted, Checked, Approved) = (ResponseState.Drafted, words, new(by, now), null, null);
            (Remark, ApprovedTotal, ChangesPlan) = (null, null, words.ChangesPlan);
        });
    }

    /// <summary>確認, by somebody other than its writer, once there is something to publish.</summary>
    public Outcome<ResponseStep> Check(Consultation consultation, int number, string by, DateTimeOffset now)
    {
        if (Closed(consultation, now) is { } closed) return closed;
        if (State is not ResponseState.Drafted) return Refusal.Conflict("answer-state", number);
        if (Lacks(consultation) is { } lack) return Refusal.Conflict(lack, number);
        if (Drafted!.By == by) return Refusal.Conflict("own-words", number);
        return Step(ResponseAct.Checked, null, by, now, () => (State, Checked) = (ResponseState.Checked, new(by, now)));
    }

    /// <summary>決裁. That <paramref name="by"/> may approve at all is the handler's to see.</summary>
    /// <param name="total">How many opinions it answers.</param>
    public Outcome<ResponseStep> Approve(Consultation consultation, int number, int total, string by, DateTimeOffset now)
    {
        if (Closed(consultation, now) is { } closed) return closed;
        if (State is not ResponseState.Checked) return Refusal.Conflict("answer-state", number);
        if (Drafted!.By == by) return Refusal.Conflict("own-words", number);
        return Step(ResponseAct.Approved, null, by, now, () => (State, Approved, ApprovedTotal) = (ResponseState.Approved, new(by, now), total));
    }

    /// <summary>差戻し, with a remark, from whatever it was.</summary>
    public Outcome<ResponseStep> SendBack(Consultation consultation, int number, string? remark, string by, DateTimeOffset now)
    {
        if (Closed(consultation, now) is { } closed) return closed;
        if (State is null or ResponseState.SentBack) return Refusal.Conflict("answer-state", number);
        var words = ResponseStep.CheckRemark(remark);
        if (words.Refused) return words.Why;
        return Step(ResponseAct.SentBack, words.Value, by, now, () =>
            (State, Remark, Checked, Approved, ApprovedTotal) = (ResponseState.SentBack, words.Value, null, null, null));
    }

    /// <summary>Takes the last step that stands back, whoever took it, until the result is published.</summary>
    /// <param name="last">The latest that was not taken back.</param>
    public Outcome<Done> Undo(ResponseStep step, Guid? last, Consultation consultation, string by, DateTimeOffset now)
    {
        if (consultation.PublishedAt is not null) return Refusal.Conflict("result-published");
        if (step.UndoneAt is not null) return Refusal.Conflict("already-undone");
        if (step.Id != last) return Refusal.Conflict("undo-later-first");
        var stood = step.Before;
        (State, Words, Drafted, Checked, Approved) = (stood.State, stood.Words, stood.Drafted, stood.Checked, stood.Approved);
        (Remark, ApprovedTotal, ChangesPlan) = (stood.Remark, stood.ApprovedTotal, stood.Words.ChangesPlan);
        step.Undone(by, now);
        Version++;
        Log("answer.undone", $"answer:{Id}", $$"""{"step":"{{step.Id}}"}""");
        return Done.It;
    }

    /// <summary>What it lacks to be published, as a refusal's code.</summary>
    public string? Lacks(Consultation consultation) =>
        State is null || Words.IsBlank ? "answer-blank"
        : string.IsNullOrWhiteSpace(Words.Summary) ? "summary-blank"
        : consultation.ReflectionCodes.Count > 0 && string.IsNullOrEmpty(Words.Reflection) ? "reflection-blank"
        : null;

    ResponseStep Step(ResponseAct act, string? remark, string by, DateTimeOffset now, Action change)
    {
        var before = new ResponseStand(State, Words, Drafted, Checked, Approved, Remark, ApprovedTotal);
        change();
        Version++;
        Log($"answer.{act.ToString().ToLowerInvariant()}", $"answer:{Id}", $$"""{"version":{{Version}}}""");
        return new(this, act, remark, before, by, now);
    }

    // Answers are written once nobody can add to what they answer; after publication for a correction.
    static Refusal? Closed(Consultation consultation, DateTimeOffset now) =>
        consultation.StageAt(now) is Stage.Answering or Stage.Published ? null : Refusal.Conflict("wrong-stage", consultation.StageAt(now), Stage.Answering);
}
