using Participation.Domain.Outcomes;

namespace Participation.Domain.Grouping;

public enum SuggestionState
{
    Open,
    Accepted,
    Rejected,
}

/// <summary>What weighed: a word that the texts share, and its part of their likeness in per mille.</summary>
public sealed record WeighedWord(string Word, int Weight);

/// <summary>Opinions that may mean one thing. Nothing comes of it until somebody of the staff says so.</summary>
public sealed class GroupSuggestion
{
    public const int WordsAtMost = 8;

    GroupSuggestion() { }

    public GroupSuggestion(SuggestionRun run, int number, string? section, IReadOnlyList<Guid> opinions, int likeness, IReadOnlyList<WeighedWord> words, DateTimeOffset now)
    {
        (Id, ConsultationId, RunId, Number) = (Guid.CreateVersion7(now), run.ConsultationId, run.Id, number);
        (Section, Opinions, Likeness, Words) = (section, opinions, likeness, words);
        Mark = MarkOf(opinions);
    }

    public Guid Id { get; private set; }
    public int ConsultationId { get; private set; }
    public Guid RunId { get; private set; }

    /// <summary>Order in which they are looked at, within the run.</summary>
    public int Number { get; private set; }

    public string? Section { get; private set; }

    /// <summary>One opinion for each of the groups, and of those in none, that it would put together.</summary>
    public IReadOnlyList<Guid> Opinions { get; private set; } = [];

    /// <summary>Of those, in per cent.</summary>
    public int Likeness { get; private set; }

    /// <summary>Why: what weighed most first.</summary>
    public IReadOnlyList<WeighedWord> Words { get; private set; } = [];

    /// <summary>The same opinions make the same mark: what was rejected is not suggested again.</summary>
    public string Mark { get; private set; } = "";

    public SuggestionState State { get; private set; }
    public string? DecidedBy { get; private set; }

    public Outcome<Done> Decide(SuggestionState how, string by)
    {
        if (State is not SuggestionState.Open) return Refusal.Conflict("suggestion-decided");
        (State, DecidedBy) = (how, by);
        return Done.It;
    }

    public static string MarkOf(IEnumerable<Guid> opinions) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(string.Concat(opinions.Order().Select(o => o.ToString("N"))))))[..32];

    internal void Reopen() => (State, DecidedBy) = (SuggestionState.Open, null);
}

/// <summary>
/// A search for opinions of like meaning in a whole consultation, one section after the other. How far it is stands in the database:
/// it can be left, outlives a restart, and of several nodes the quicker one counts.
/// </summary>
public sealed class SuggestionRun : Aggregate
{
    SuggestionRun() { }

    public SuggestionRun(int consultationId, IReadOnlyList<string?> sections, string by, DateTimeOffset now)
    {
        (Id, ConsultationId, Sections, By, StartedAt) = (Guid.CreateVersion7(now), consultationId, sections, by, now);
        Log("suggestions.asked", $"consultation:{consultationId}");
    }

    public Guid Id { get; private set; }
    public int ConsultationId { get; private set; }
    public string By { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Anchors of the sections to go through; null for what speaks of the plan as a whole.</summary>
    public IReadOnlyList<string?> Sections { get; private set; } = [];

    /// <summary>Of <see cref="Sections"/>; of two nodes at one section the later is told.</summary>
    public int Done { get; private set; }

    public int Found { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public bool Stopped { get; private set; }

    public void Went(int found, DateTimeOffset now)
    {
        Done++;
        Found += found;
        if (Done >= Sections.Count) FinishedAt = now;
    }

    public Outcome<Done> Stop(DateTimeOffset now)
    {
        if (FinishedAt is not null) return Refusal.Conflict("run-finished");
        (Stopped, FinishedAt) = (true, now);
        Log("suggestions.stopped", $"consultation:{ConsultationId}");
        return Outcomes.Done.It;
    }
}
