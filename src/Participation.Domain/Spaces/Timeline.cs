using Participation.Domain.Outcomes;

namespace Participation.Domain.Spaces;

/// <summary>Reads the rows of a process's calendar.</summary>
public static class Timeline
{
    public const int RowsAtMost = 500;

    /// <summary>All rows or none: a refusal names every bad row by its line and says what to mend.</summary>
    public static Outcome<IReadOnlyList<TimelineEntry>> Read(IReadOnlyList<TimelineRow> rows)
    {
        if (rows.Count > RowsAtMost) return Refusal.Invalid("csv", "list-too-long", RowsAtMost);
        var faults = new List<Fault>();
        var entries = new List<TimelineEntry>();
        var numbered = new Dictionary<(object Year, string Mechanism, int Number), int>();
        foreach (var row in rows)
        {
            if (row.Read(faults) is not { } entry) continue;
            entries.Add(entry);
            if (entry.Number is not { } number || numbered.TryAdd((entry.Year, entry.Mechanism, number), row.Line)) continue;
            faults.Add(new($"line {row.Line}", "timeline-number-twice", row.Line, entry.Mechanism, number, numbered[(entry.Year, entry.Mechanism, number)]));
        }
        return faults.Count > 0 ? Refusal.Invalid(faults) : Outcome<IReadOnlyList<TimelineEntry>>.Of(entries);
    }
}
