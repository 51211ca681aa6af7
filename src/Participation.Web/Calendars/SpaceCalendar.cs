using System.Globalization;
using Microsoft.Extensions.Localization;
using Participation.Application.Spaces;
using Participation.Domain.Spaces;
using Participation.Web.Words;

namespace Participation.Web.Calendars;

/// <summary>What of a space belongs in somebody's own calendar: what has a day. A month alone would claim thirty days; 未定 has nothing to claim.</summary>
static class SpaceCalendar
{
    public static IEnumerable<CalendarEvent> EventsOf(SpaceWithConsultations found, IStringLocalizer<PageWords> words, string site)
    {
        var (space, consultations) = found;
        var page = $"{site}/spaces/{space.Slug}";
        foreach (var (entry, i) in space.Timeline.Select((entry, i) => (entry, i)).Where(e => e.entry.HasDay))
        {
            var uid = entry.Number is { } number ? $"{entry.Year.Begins}-{MechanismNumber(space, entry)}-{number}" : $"{entry.Year.Begins}-row-{i}";
            yield return new(
                $"{uid}@{space.Slug}.participation", TimelineWords.Title(entry, words), entry.Start!.Value.First, entry.End!.Value.Last,
                entry.Note, StatusOf(entry), page);
        }
        foreach (var c in consultations)
            yield return new(
                $"{c.Slug}@consultation.participation", words["Calendar.Consultation", c.Title], c.Window.FirstDay, c.Window.LastDay, c.Summary,
                CalendarEventStatus.Confirmed, $"{site}/consultations/{c.Slug}");
    }

    static CalendarEventStatus StatusOf(TimelineEntry entry) => entry.Status switch
    {
        TimelineStatus.Postponed => CalendarEventStatus.Cancelled,
        TimelineStatus.Undecided => CalendarEventStatus.Tentative,
        _ => CalendarEventStatus.Confirmed,
    };

    /// <summary>A meeting that moves to another day keeps its number, and with it its place in a reader's calendar.</summary>
    static string MechanismNumber(SpaceView space, TimelineEntry entry) =>
        space.Timeline.Select(e => e.Mechanism).Distinct().ToList().IndexOf(entry.Mechanism).ToString(CultureInfo.InvariantCulture);
}
