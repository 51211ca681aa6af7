using Participation.Domain.Live;
using Participation.Domain.Outcomes;
using Participation.Domain.Time;

namespace Participation.Domain.Series;

/// <summary>One meeting (回) of a series: on one day or several, at one place, for so many people.</summary>
public sealed partial class SeriesMeeting : Aggregate
{
    public const int ReasonAtMost = 500;

    SeriesMeeting() { }

    public int Id { get; private set; }
    public int SeriesId { get; private set; }
    public WorkshopSeries Series { get; private set; } = null!;

    /// <summary>第何回: given once, and kept when its day moves.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Of a meeting without a day, the day that it was put off from.</summary>
    public DateOnly First { get; private set; }

    public DateOnly Last { get; private set; }
    public TimeOnly Starts { get; private set; }
    public TimeOnly Ends { get; private set; }
    public string Venue { get; private set; } = "";
    public int Places { get; private set; }
    public string TakenOver { get; private set; } = "";
    public IReadOnlyList<string> Workshops { get; private set; } = [];
    public MeetingState State { get; private set; }

    /// <summary>Days that it was planned for before, the oldest first.</summary>
    public IReadOnlyList<MeetingMove> Moves { get; private set; } = [];

    public string CancelReason { get; private set; } = "";

    /// <summary>Places given away.</summary>
    public int Taken { get; private set; }

    /// <summary>Sign-ups that wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>Sign-ups so far: each has its turn.</summary>
    public int Turns { get; private set; }

    /// <summary>RFC 5545: which revision of the event this is.</summary>
    public int Sequence { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    public bool TakesSignUps => Places > 0;

    public int Free => Waiting > 0 ? 0 : Math.Max(0, Places - Taken);

    public DateTimeOffset StartsAt => JapanTime.StartOfDay(First, JapanTime.Zone) + Starts.ToTimeSpan();

    public DateTimeOffset EndsAt => JapanTime.StartOfDay(Last, JapanTime.Zone) + Ends.ToTimeSpan();

    public MeetingStanding StandingAt(DateTimeOffset now) => State switch
    {
        MeetingState.Cancelled => MeetingStanding.Cancelled,
        MeetingState.Postponed => MeetingStanding.Postponed,
        _ => now >= EndsAt ? MeetingStanding.Held : MeetingStanding.Planned,
    };

    internal static Outcome<SeriesMeeting> Plan(WorkshopSeries series, int number, MeetingPlan plan, DateTimeOffset now)
    {
        var read = plan.Read();
        if (read.Refused) return read.Why;
        var meeting = new SeriesMeeting { Series = series, Number = number, First = read.Value.First!.Value, Last = read.Value.Last!.Value, ChangedAt = now };
        meeting.Take(read.Value);
        return meeting;
    }

    /// <summary>Says anew what it is. Once it is published its day is moved by <see cref="Postpone"/> alone, which says why.</summary>
    public Outcome<Done> Change(MeetingPlan plan, DateTimeOffset now)
    {
        var read = (plan with { First = plan.First ?? First, Last = plan.First is null ? Last : plan.Last }).Read();
        if (read.Refused) return read.Why;
        if (State is MeetingState.Cancelled) return Refusal.Conflict("meeting-cancelled");
        var (first, last) = (read.Value.First!.Value, read.Value.Last!.Value);
        if (Series.PublishedAt is not null && (first, last) != (First, Last)) return Refusal.Invalid("first", "meeting-published");
        (First, Last) = (first, last);
        Take(read.Value);
        Changed("series.meeting-changed", now);
        return Done.It;
    }

    /// <summary>延期: to another day, or to one that is not known yet; the day it was planned for stays readable.</summary>
    public Outcome<Done> Postpone(DateOnly? first, DateOnly? last, string? reason, DateTimeOffset now)
    {
        if (State is MeetingState.Cancelled) return Refusal.Conflict("meeting-cancelled");
        if (StandingAt(now) is MeetingStanding.Held) return Refusal.Conflict("meeting-over");
        var open = State is MeetingState.Postponed;
        if (open && first is null) return Refusal.Invalid("first", "required");
        if (first is not null && MeetingPlan.DayFaults(first, last).ToList() is { Count: > 0 } faults) return Refusal.Invalid(faults);
        if (!open && first == First && (last ?? first) == Last) return Refusal.Invalid("first", "meeting-same-day");
        if (first is { } day && JapanTime.StartOfDay(day, JapanTime.Zone) + Starts.ToTimeSpan() <= now) return Refusal.Invalid("first", "meeting-day-past");
        if (!open)
        {
            var why = SeriesText.Optional(reason, ReasonAtMost, "reason");
            if (why.Refused) return why.Why;
            if (why.Value.Length is 0) return Refusal.Invalid("reason", "required");
            Moves = [.. Moves, new(First, Last, why.Value, now)];
        }
        if (first is { } to) (First, Last, State) = (to, last ?? to, MeetingState.Planned);
        else State = MeetingState.Postponed;
        Changed(first is null ? "series.meeting-postponed" : "series.meeting-moved", now);
        return Done.It;
    }

    /// <summary>中止.</summary>
    public Outcome<Done> Cancel(string? reason, DateTimeOffset now)
    {
        if (State is MeetingState.Cancelled) return Refusal.Conflict("meeting-cancelled");
        if (StandingAt(now) is MeetingStanding.Held) return Refusal.Conflict("meeting-over");
        var why = SeriesText.Optional(reason, ReasonAtMost, "reason");
        if (why.Refused) return why.Why;
        if (why.Value.Length is 0) return Refusal.Invalid("reason", "required");
        (State, CancelReason) = (MeetingState.Cancelled, why.Value);
        Changed("series.meeting-cancelled", now);
        return Done.It;
    }

    void Take(MeetingPlan plan) => (Title, Starts, Ends, Venue, Places, TakenOver, Workshops) =
        (plan.Title!, plan.Starts!.Value, plan.Ends!.Value, plan.Venue!, plan.Places!.Value, plan.TakenOver!, plan.Workshops!);

    void Changed(string act, DateTimeOffset now)
    {
        Version++;
        Sequence++;
        ChangedAt = now;
        Log(act, Subject);
        TellSpace();
    }

    string Subject => $"series:{Series.Slug}/{Number}";

    void TellSpace() => Tell(Streams.Space(Series.Space), Kinds.SpaceChanged);
}

/// <summary>What staff have decided of a meeting.</summary>
public enum MeetingState { Planned, Postponed, Cancelled }

/// <summary>How it stands: what was planned and is over was held.</summary>
public enum MeetingStanding { Planned, Held, Postponed, Cancelled }

/// <summary>A day it was planned for, and why it was put off.</summary>
public sealed record MeetingMove(DateOnly First, DateOnly Last, string Reason, DateTimeOffset At);
