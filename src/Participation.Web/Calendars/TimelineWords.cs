using Microsoft.Extensions.Localization;
using Participation.Domain.Spaces;
using Participation.Web.Words;

namespace Participation.Web.Calendars;

/// <summary>A timeline's entries in words.</summary>
static class TimelineWords
{
    /// <summary>総合振興審議会（第2回）.</summary>
    public static string Title(TimelineEntry entry, IStringLocalizer<PageWords> words) =>
        entry.Number is { } number ? words["Timeline.Numbered", entry.Mechanism, number] : entry.Mechanism;
}
