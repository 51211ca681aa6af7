using System.Text.Json;
using Participation.Domain.Consultations;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Moderation;

public enum CaseState
{
    /// <summary>Reported or held; nobody has looked yet.</summary>
    Waiting,
    /// <summary>Looked at and left as it is.</summary>
    Kept,
    /// <summary>Its words are not shown; the author may appeal once.</summary>
    Hidden,
    /// <summary>The author has appealed; another person decides.</summary>
    Appealed,
    /// <summary>The appeal was turned down.</summary>
    Confirmed,
    /// <summary>The appeal was granted.</summary>
    Restored,
}

/// <summary>What came of the reports on one opinion. Every step is in the audit trail, with who did it.</summary>
public sealed class ModerationCase : Aggregate
{
    public const int AppealAtMost = 2000;

    ModerationCase() { }

    public ModerationCase(Opinion opinion, string stream, DateTimeOffset now) =>
        (OpinionId, ConsultationId, Sequence, Stream, WaitsSince) = (opinion.Id, opinion.ConsultationId, opinion.Sequence, stream, now);

    public Guid OpinionId { get; private set; }
    public int ConsultationId { get; private set; }
    public long Sequence { get; private set; }
    public string Stream { get; private set; } = "";
    public CaseState State { get; private set; }
    public int Reports { get; private set; }

    /// <summary>The queue's order.</summary>
    public DateTimeOffset WaitsSince { get; private set; }

    public string? DecidedBy { get; private set; }
    public string? Appeal { get; private set; }
    public string? AppealDecidedBy { get; private set; }

    /// <summary>Counts the steps; of two who decide at once the later is told.</summary>
    public int Version { get; private set; }

    public bool IsOpen => State is CaseState.Waiting or CaseState.Appealed;

    public Outcome<Done> Report(DateTimeOffset now)
    {
        if (State is CaseState.Hidden or CaseState.Appealed or CaseState.Confirmed) return Refusal.Conflict("already-hidden");
        Reports++;
        // A new report on what was kept is looked at again; on what an appeal restored, too.
        if (State is not CaseState.Waiting) (State, WaitsSince) = (CaseState.Waiting, now);
        return Step("opinion.reported");
    }

    public Outcome<Done> Hide(Opinion opinion, Withheld why, string by)
    {
        if (why is Withheld.Held) return Refusal.Invalid("why", "choice-unknown");
        if (State is not (CaseState.Waiting or CaseState.Kept)) return Refusal.Conflict("already-hidden");
        (State, DecidedBy) = (CaseState.Hidden, by);
        Withhold(opinion, why);
        return Step("opinion.hidden", why.ToString());
    }

    public Outcome<Done> Keep(Opinion opinion, string by)
    {
        if (State is not CaseState.Waiting) return Refusal.Conflict("already-decided");
        (State, DecidedBy) = (CaseState.Kept, by);
        if (opinion.Withheld is not null) Withhold(opinion, null);
        return Step("opinion.kept");
    }

    /// <summary>By whoever decided, before anybody appealed.</summary>
    public Outcome<Done> Undo(Opinion opinion, string by, DateTimeOffset now)
    {
        if (State is not (CaseState.Hidden or CaseState.Kept) || DecidedBy != by) return Refusal.Conflict("nothing-to-undo");
        if (State is CaseState.Hidden) Withhold(opinion, null);
        (State, DecidedBy, WaitsSince) = (CaseState.Waiting, null, now);
        return Step("opinion.decision-undone");
    }

    /// <summary>By the author, once.</summary>
    public Outcome<Done> AppealWith(string words, DateTimeOffset now)
    {
        if (Appeal is not null) return Refusal.Conflict("appeal-once");
        if (State is not CaseState.Hidden) return Refusal.Conflict("not-hidden");
        (State, Appeal, WaitsSince) = (CaseState.Appealed, words, now);
        return Step("opinion.appealed");
    }

    public Outcome<Done> DecideAppeal(Opinion opinion, bool grant, string by)
    {
        if (State is not CaseState.Appealed) return Refusal.Conflict("already-decided");
        if (DecidedBy == by) return Refusal.Conflict("appeal-by-another");
        (State, AppealDecidedBy) = (grant ? CaseState.Restored : CaseState.Confirmed, by);
        if (grant) Withhold(opinion, null);
        return Step(grant ? "opinion.restored" : "opinion.confirmed-hidden");
    }

    void Withhold(Opinion opinion, Withheld? why)
    {
        opinion.Withhold(why);
        var of = new { opinions = new[] { opinion.Sequence }, sections = new[] { opinion.Section } };
        Tell(Stream, why is null ? Kinds.OpinionShown : Kinds.OpinionWithheld, JsonSerializer.Serialize(of));
    }

    Outcome<Done> Step(string act, string? why = null)
    {
        Version++;
        Log(act, $"opinion:{OpinionId}", why is null ? "{}" : $$"""{"why":"{{why}}"}""");
        return Done.It;
    }
}
