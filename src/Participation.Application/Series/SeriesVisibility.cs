using Participation.Domain.People;
using Participation.Domain.Series;

namespace Participation.Application.Series;

/// <summary>Who may see which series: everybody what is published, staff of its space the rest.</summary>
static class SeriesVisibility
{
    public static IQueryable<WorkshopSeries> VisibleTo(this IQueryable<WorkshopSeries> series, Caller caller)
    {
        if (caller.IsStaff) return series;
        var spaces = caller.StaffSpaces;
        return series.Where(s => s.PublishedAt != null || spaces.Contains(s.Space));
    }

    /// <summary>Those that the caller works on.</summary>
    public static IQueryable<WorkshopSeries> WorkedOnBy(this IQueryable<WorkshopSeries> series, Caller caller)
    {
        if (caller.IsStaff) return series;
        var spaces = caller.StaffSpaces;
        return series.Where(s => spaces.Contains(s.Space));
    }
}
