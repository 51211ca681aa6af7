using System.Text.RegularExpressions;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;
using Participation.Domain.Time;
using Participation.Domain.Wording;

namespace Participation.Domain.Spaces;

/// <summary>参加の場: a process that ends in a decision, with its phases and its calendar; consultations belong to it.</summary>
public sealed partial class Space : Aggregate
{
    public const int PhasesAtMost = 20;

    Space() { }

    public int Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";
    /// <summary>何を決めるのか.</summary>
    public string Summary { get; private set; } = "";
    /// <summary>だれが決めるのか.</summary>
    public string DecidedBy { get; private set; } = "";
    public string Office { get; private set; } = "";
    public IReadOnlyList<Phase> Phases { get; private set; } = [];
    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];
    /// <summary>Who came where: 会場別参加者.</summary>
    public IReadOnlyList<VenueCount> Attendance { get; private set; } = [];
    /// <summary>Of <see cref="Sayable"/>.</summary>
    public IReadOnlyList<Translation> Translations { get; private set; } = [];
    public DateTimeOffset ChangedAt { get; private set; }
    /// <summary>Counts the changes; whoever changes an older one is told.</summary>
    public int Version { get; private set; }

    public string Stream => Streams.Space(Slug);

    /// <summary>Where it stands on a day; of phases that overlap, the one that began last.</summary>
    public Phase? PhaseOn(DateOnly day) => Phases.LastOrDefault(p => p.Contains(day));

    /// <summary>What can be said again in other languages.</summary>
    public IReadOnlyDictionary<string, string> Sayable => new Dictionary<string, string>(
        // By its name, so that a translation does not wander to another phase when they change places.
        Phases.Select(p => KeyValuePair.Create(PhaseField(p.Name), p.Name))
            .Concat(Timeline.Select(e => KeyValuePair.Create(MechanismField(e.Mechanism), e.Mechanism)))
            .Concat(Timeline.Where(e => e.Note.Length > 0).Select(e => KeyValuePair.Create(NoteField(e.Note), e.Note))).Distinct())
    {
        ["title"] = Title, ["summary"] = Summary, ["decidedBy"] = DecidedBy, ["office"] = Office,
    };

    public static Outcome<Space> Open(string slug, SpaceSettings settings, DateTimeOffset now)
    {
        if (!SlugShape().IsMatch(slug)) return Refusal.Invalid("slug", "slug-shape");
        var space = new Space { Slug = slug };
        var described = space.Describe(settings, now);
        return described.Refused ? described.Why : space;
    }

    /// <summary>Says anew what it is about.</summary>
    public Outcome<Done> Describe(SpaceSettings settings, DateTimeOffset now)
    {
        var faults = new List<Fault>();
        if (string.IsNullOrWhiteSpace(settings.Title)) faults.Add(new("title", "required"));
        if (settings.Phases.Count > PhasesAtMost) faults.Add(new("phases", "list-too-long", PhasesAtMost));
        for (var i = 0; i < settings.Phases.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(settings.Phases[i].Name)) faults.Add(new($"phases[{i}].name", "required"));
            // A day that nobody gave arrives as the first of all days.
            if (settings.Phases[i].From == default) faults.Add(new($"phases[{i}].from", "required"));
            else if (settings.Phases[i].Until == default) faults.Add(new($"phases[{i}].until", "required"));
            else if (settings.Phases[i].Until < settings.Phases[i].From) faults.Add(new($"phases[{i}].until", "window-reversed"));
        }
        if (faults.Count > 0) return Refusal.Invalid(faults);
        (Title, Summary, DecidedBy, Office) = (settings.Title.Trim(), settings.Summary, settings.DecidedBy, settings.Office);
        var today = JapanTime.DayOf(now, JapanTime.Zone);
        var before = PhaseOn(today);
        Phases = [.. settings.Phases.OrderBy(p => p.From)];
        Changed("space.described", now);
        // From one phase to the next by the clock is nobody's act; this one is.
        if (before?.From != PhaseOn(today)?.From) Tell(Stream, Kinds.PhaseChanged);
        return Done.It;
    }

    /// <summary>Puts another calendar in place of the present one.</summary>
    public void Schedule(IReadOnlyList<TimelineEntry> timeline, DateTimeOffset now)
    {
        Timeline = timeline;
        Changed("space.scheduled", now);
    }

    /// <summary>Writes down how many came to its meetings, in place of what was written down before.</summary>
    public void Attend(IReadOnlyList<VenueCount> attendance, DateTimeOffset now)
    {
        Attendance = attendance;
        Changed("space.attended", now);
    }

    public static string PhaseField(string name) => $"phases[{name}]";

    public static string MechanismField(string mechanism) => $"mechanisms[{mechanism}]";

    public static string NoteField(string note) => $"notes[{note}]";

    /// <summary>Says it in other languages; what was said before in them is no longer said.</summary>
    public Outcome<Done> Translate(IReadOnlyList<Translation> translations, DateTimeOffset now)
    {
        var faults = Wording.Translations.Check(translations, Sayable).ToList();
        if (faults.Count > 0) return Refusal.Invalid(faults);
        Translations = translations;
        Changed("space.translated", now);
        return Done.It;
    }

    void Changed(string act, DateTimeOffset now)
    {
        Translations = [.. Translations.Where(t => Sayable.ContainsKey(t.Field))];
        Version++;
        ChangedAt = now;
        Log(act, Stream);
        Tell(Stream, Kinds.SpaceChanged);
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")]
    private static partial Regex SlugShape();
}

/// <summary>What staff say of a space.</summary>
public sealed record SpaceSettings(string Title, string Summary, string DecidedBy, string Office, IReadOnlyList<Phase> Phases);
