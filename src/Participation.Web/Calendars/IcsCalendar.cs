using System.Globalization;
using System.Text;

namespace Participation.Web.Calendars;

/// <summary>An all-day event.</summary>
/// <param name="Uid">Stays the same when the event moves.</param>
/// <param name="Last">The last day that is part of it.</param>
/// <param name="Changed">When somebody last said so; it may stand earlier than the event's own last change.</param>
sealed record CalendarEvent(
    string Uid, string Title, DateOnly First, DateOnly Last, string Description, CalendarEventStatus Status, string Url, DateTimeOffset Changed);

enum CalendarEventStatus { Confirmed, Tentative, Cancelled }

/// <summary>Writes iCalendar (RFC 5545): all-day events, which need no time zone. No library that does it is to be had with our pins.</summary>
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
            Line($"DTSTAMP:{each.Changed.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line($"DTSTART;VALUE=DATE:{Day(each.First)}");
            // The first day that is no longer part of it.
            Line($"DTEND;VALUE=DATE:{Day(each.Last.AddDays(1))}");
            Line($"SUMMARY:{Escape(each.Title)}");
            if (each.Description.Length > 0) Line($"DESCRIPTION:{Escape(each.Description)}");
            Line($"STATUS:{each.Status.ToString().ToUpperInvariant()}");
            Line("TRANSP:TRANSPARENT");
            Line($"URL:{each.Url}");
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return text.ToString();
    }

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
