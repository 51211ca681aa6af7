using Participation.Domain.Time;

namespace Participation.Domain.Spaces;

/// <summary>How certain an entry of a timeline is.</summary>
public enum TimelineStatus
{
    /// <summary>済.</summary>
    Done,
    /// <summary>予定.</summary>
    Planned,
    /// <summary>延期: kept with the day it was meant for, so that nobody comes.</summary>
    Postponed,
    /// <summary>未定: it will be, and nobody knows when.</summary>
    Undecided,
}

/// <summary>One meeting, survey or step of a process.</summary>
/// <param name="Mechanism">What meets: 総合振興審議会. A timeline has a lane for each.</param>
/// <param name="Number">第1回: counted by mechanism, from 1 again each fiscal year.</param>
/// <param name="Start">A day or a month; null only while undecided.</param>
/// <param name="End">The last day (or month) of it, <paramref name="Start"/> itself for one day.</param>
public sealed record TimelineEntry(
    FiscalYear Year, string Mechanism, int? Number, PartialDate? Start, PartialDate? End, TimelineStatus Status, string Note)
{
    /// <summary>Days it lasts, both ends counted; null when a day is not known.</summary>
    public int? Days => Start is { IsMonth: false } start && End is { IsMonth: false } end ? end.First.DayNumber - start.First.DayNumber + 1 : null;

    public bool HasDay => Start is { IsMonth: false };
}
