using System.Globalization;
using Microsoft.Extensions.Localization;
using Participation.Domain.Spaces;
using Participation.Domain.Time;
using Participation.Web.Words;

namespace Participation.Web.Calendars;

/// <summary>A timeline's entries in words.</summary>
static class TimelineWords
{
    /// <summary>総合振興審議会（第2回）.</summary>
    public static string Title(TimelineEntry entry, IStringLocalizer<PageWords> words) =>
        entry.Number is { } number ? words["Timeline.Numbered", entry.Mechanism, number] : entry.Mechanism;

    /// <summary>令和7年12月25日（木）から令和8年1月23日（金）まで（30日間）; 令和6年11月（日は未定）; 未定.</summary>
    public static string When(TimelineEntry entry, IStringLocalizer<PageWords> words)
    {
        var culture = CultureInfo.CurrentUICulture;
        if (entry is not { Start: { } start, End: { } end }) return words["Timeline.NoDate"];
        var (first, last) = (Moments.Words(start, culture), Moments.Words(end, culture));
        if (end != start) return entry.Days is { } days ? words["Timeline.RangeOfDays", first, last, days] : words["Timeline.Range", first, last];
        // Of what is past or put off, nobody waits for the day any more.
        return start.IsMonth && entry is { Status: TimelineStatus.Planned or TimelineStatus.Undecided } ? words["Timeline.MonthOnly", first] : first;
    }

    /// <summary>For a time element: as HTML spells a day or a month.</summary>
    public static string Machine(PartialDate date) => date.ToString();
}
