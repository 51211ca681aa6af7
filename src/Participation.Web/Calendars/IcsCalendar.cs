using System.Globalization;
using System.Text;
using Participation.Domain.Time;

namespace Participation.Web.Calendars;

/// <summary>An event: of whole days, or with hours that are the same on each of its days.</summary>
/// <param name="Uid">Stays the same when the event moves.</param>
/// <param name="Last">The last day that is part of it.</param>
/// <param name="Changed">When somebody last said so; it may stand earlier than the event's own last change.</param>
sealed record CalendarEvent(
    string Uid, string Title, DateOnly First, DateOnly Last, string Description, CalendarEventStatus Status, string Url, DateTimeOffset Changed)
{
    /// <summary>In Asia/Tokyo; null for whole days.</summary>
    public (TimeOnly From, TimeOnly Until)? Hours { get; init; }

    public string Place { get; init; } = "";

    /// <summary>Rises whenever it changes, so that a calendar that has it takes the newer one; null where nobody counts.</summary>
    public int? Sequence { get; init; }
}

enum CalendarEventStatus { Confirmed, Tentative, Cancelled }

/// <summary>
/// Writes iCalendar (RFC 5545). Whole days need no time zone; hours are written as instants, which every program reads alike, and
/// Tokyo puts no clock back: the same hour on the next day is a day later.
/// </summary>
static class IcsCalendar
{
    const int OctetsAtMost = 75;

    public static string Write(string name, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        void Line(string line) => Fold(text, line);

        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Participation//Participation//JA");
        Line("CALSCALE:GREGORIAN");
        Line($"X-WR-CALNAME:{Escape(name)}");
        // Days are local wherever they are read; this tells a program which days are meant.
        Line("X-WR-TIMEZONE:Asia/Tokyo");
        foreach (var each in events)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{each.Uid}");
            Line($"DTSTAMP:{Instant(each.Changed)}");
            if (each.Sequence is { } sequence) Line($"SEQUENCE:{sequence}");
            if (each.Hours is var (from, until))
            {
                Line($"DTSTART:{Instant(each.First, from)}");
                Line($"DTEND:{Instant(each.First, until)}");
                if (each.Last > each.First) Line($"RRULE:FREQ=DAILY;COUNT={each.Last.DayNumber - each.First.DayNumber + 1}");
            }
            else
            {
                Line($"DTSTART;VALUE=DATE:{Day(each.First)}");
                // The first day that is no longer part of it.
                Line($"DTEND;VALUE=DATE:{Day(each.Last.AddDays(1))}");
            }
            Line($"SUMMARY:{Escape(each.Title)}");
            if (each.Description.Length > 0) Line($"DESCRIPTION:{Escape(each.Description)}");
            if (each.Place.Length > 0) Line($"LOCATION:{Escape(each.Place)}");
            Line($"STATUS:{each.Status.ToString().ToUpperInvariant()}");
            // A whole day that somebody else is busy on leaves one free; where one goes, one is busy.
            Line(each.Hours is null ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
            Line($"URL:{each.Url}");
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return text.ToString();
    }

    static string Instant(DateOnly day, TimeOnly time) => Instant(JapanTime.StartOfDay(day, JapanTime.Zone) + time.ToTimeSpan());

    static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    static string Escape(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c)))
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line is 75 octets at most; the next begins with a space. A character is never cut in two.</summary>
    static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > OctetsAtMost)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
