using System.Globalization;
using Participation.Domain.Outcomes;
using Participation.Domain.Time;

namespace Participation.Domain.Consultations;

/// <summary>Reads a window as people and programs write it: two instants (RFC 3339), or two local dates and all of both days.</summary>
public static class WindowText
{
    /// <returns>The window; refused for an unknown zone, an unreadable end, or one that ends before it opens.</returns>
    public static Outcome<Window> Parse(string? opens, string? closes, string? timeZone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone ?? JapanTime.ZoneId, out var zone))
            return Refusal.Invalid("timeZone", "time-zone-unknown");
        var faults = new List<Fault>();
        var (from, until) = (ReadEnd(opens, zone, last: false), ReadEnd(closes, zone, last: true));
        if (from is null) faults.Add(new("opens", "date-unreadable"));
        if (until is null) faults.Add(new("closes", "date-unreadable"));
        if (faults.Count > 0) return Refusal.Invalid(faults);
        return Window.Between(from!.Value, until!.Value, zone) is { } window ? window : Refusal.Invalid("closes", "window-reversed");
    }

    /// <summary>An instant as written; a date as its first instant, or as the first one after it when it is the last day.</summary>
    public static DateTimeOffset? ReadEnd(string? text, TimeZoneInfo zone, bool last)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return JapanTime.StartOfDay(last ? day.AddDays(1) : day, zone);
        // Without an offset it would depend on the server's own zone.
        return text is not null && HasOffset(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant.ToUniversalTime()
            : null;
    }

    static bool HasOffset(string text) =>
        text.Contains('T', StringComparison.Ordinal)
        && (text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] is ':'));
}
