using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Localization;
using Participation.Application.Spaces;
using Participation.Domain.Spaces;
using Participation.Domain.Time;
using Participation.Web.Words;

namespace Participation.Web.Calendars;

/// <summary>What of a space belongs in somebody's own calendar: what has a day. A month alone would claim thirty days; 未定 has nothing to claim.</summary>
static class SpaceCalendar
{
    public static IEnumerable<CalendarEvent> EventsOf(SpaceWithConsultations found, IStringLocalizer<PageWords> words, string site)
    {
        var (space, consultations) = found;
        var page = $"{site}/spaces/{space.Slug}";
        var unnumbered = new Dictionary<(FiscalYear, string), int>();
        foreach (var entry in space.Timeline)
        {
            // Counted before the months are left out: a month that gets its day must not rename its neighbours.
            var which = entry.Number is { } number ? $"{number}" : $"x{unnumbered[(entry.Year, entry.Mechanism)] = unnumbered.GetValueOrDefault((entry.Year, entry.Mechanism)) + 1}";
            if (!entry.HasDay) continue;
            yield return new(
                $"{entry.Year.Begins}-{NameOf(entry.Mechanism)}-{which}@{space.Slug}.participation", TimelineWords.Title(entry, words, space.Translations),
                entry.Start!.Value.First, entry.End!.Value.Last, TimelineWords.NoteOf(entry, space.Translations), StatusOf(entry), page, space.ChangedAt);
        }
        foreach (var c in consultations)
            yield return new(
                $"{c.Slug}@consultation.participation", words["Calendar.Consultation", c.Title], c.Window.FirstDay, c.Window.LastDay, c.Summary,
                CalendarEventStatus.Confirmed, $"{site}/consultations/{c.Slug}", c.AnnouncedAt);
    }

    static CalendarEventStatus StatusOf(TimelineEntry entry) => entry.Status switch
    {
        TimelineStatus.Postponed => CalendarEventStatus.Cancelled,
        TimelineStatus.Undecided => CalendarEventStatus.Tentative,
        _ => CalendarEventStatus.Confirmed,
    };

    /// <summary>
    /// The same for a mechanism wherever its rows stand: a meeting that moves to another day keeps its place in a reader's calendar,
    /// by its number, or without one by its turn among its mechanism's in the fiscal year.
    /// </summary>
    static string NameOf(string mechanism) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mechanism)))[..12];
}
