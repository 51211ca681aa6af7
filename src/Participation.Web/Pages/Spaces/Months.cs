using Participation.Domain.Spaces;
using Participation.Domain.Time;

namespace Participation.Web.Pages.Spaces;

/// <summary>Where the days of a timeline lie on a line of equal months.</summary>
public sealed class Months
{
    public const int Wide = 52;

    readonly DateOnly first;

    public Months(IReadOnlyList<TimelineEntry> entries)
    {
        var dated = entries.Where(e => e.Start is not null).ToList();
        first = MonthOf(dated.Min(e => e.Start!.Value.First));
        var last = MonthOf(dated.Max(e => e.End!.Value.Last));
        All = [.. Enumerable.Range(0, MonthsBetween(first, last) + 1).Select(i => first.AddMonths(i))];
    }

    public IReadOnlyList<DateOnly> All { get; }

    public int Width => All.Count * Wide;

    /// <summary>Middle of a day, in pixels.</summary>
    public int At(DateOnly day) => (int)(Wide * (MonthsBetween(first, MonthOf(day)) + (day.Day - 0.5) / DateTime.DaysInMonth(day.Year, day.Month)));

    public int StartOf(PartialDate date) => date.IsMonth ? MonthsBetween(first, date.First) * Wide : At(date.First);

    public int EndOf(PartialDate date) => date.IsMonth ? (MonthsBetween(first, date.First) + 1) * Wide : At(date.Last);

    public bool Holds(DateOnly day) => first <= day && day < first.AddMonths(All.Count);

    static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    static int MonthsBetween(DateOnly from, DateOnly to) => (to.Year - from.Year) * 12 + to.Month - from.Month;
}
