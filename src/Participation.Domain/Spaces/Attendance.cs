using Participation.Domain.Outcomes;

namespace Participation.Domain.Spaces;

/// <summary>会場別参加者表 of a process.</summary>
public static class Attendance
{
    public const int RowsAtMost = 500;

    /// <summary>All rows or none. In a file, a row without a group goes on with the one above it.</summary>
    public static Outcome<IReadOnlyList<VenueCount>> Read(IReadOnlyList<VenueRow> rows)
    {
        if (rows.Count > RowsAtMost) return Refusal.Invalid("csv", "list-too-long", RowsAtMost);
        var (faults, meetings, group) = (new List<Fault>(), new List<VenueCount>(), "");
        foreach (var row in rows)
        {
            if (!string.IsNullOrWhiteSpace(row.Group)) group = row.Group;
            if ((row with { Group = row.Line is null ? row.Group : group }).Read(faults) is { } meeting) meetings.Add(meeting);
        }
        return faults.Count > 0 ? Refusal.Invalid(faults) : Outcome<IReadOnlyList<VenueCount>>.Of(meetings);
    }

    /// <summary>By group, in the order in which groups were first named.</summary>
    public static IReadOnlyList<VenueGroup> Groups(IReadOnlyList<VenueCount> meetings) =>
        [.. meetings.GroupBy(m => m.Group).Select(g => new VenueGroup(g.Key, [.. g]))];
}
