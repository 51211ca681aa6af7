using Participation.Domain.Time;

namespace Participation.Domain.Consultations;

/// <summary>
/// 募集期間: the half-open interval [<see cref="Opens"/>, <see cref="Closes"/>) of instants; its days are counted in
/// <see cref="Zone"/>. 12/25-1/23 in Tokyo is [2025-12-24T15:00Z, 2026-01-23T15:00Z).
/// </summary>
public sealed record Window
{
    Window(DateTimeOffset opens, DateTimeOffset closes, TimeZoneInfo zone) => (Opens, Closes, Zone) = (opens, closes, zone);

    public DateTimeOffset Opens { get; }

    /// <summary>The first instant that is too late.</summary>
    public DateTimeOffset Closes { get; }

    public TimeZoneInfo Zone { get; }

    public DateOnly FirstDay => JapanTime.DayOf(Opens, Zone);

    /// <summary>The last day of which any part is inside.</summary>
    public DateOnly LastDay => JapanTime.DayOf(Closes.AddTicks(-1), Zone);

    /// <summary>Length in days, both ends counted: 12/25-1/23 is 30.</summary>
    public int Days => LastDay.DayNumber - FirstDay.DayNumber + 1;

    public bool Contains(DateTimeOffset instant) => Opens <= instant && instant < Closes;

    /// <returns>The window, or null when it ends before it opens (or at once).</returns>
    public static Window? Between(DateTimeOffset opens, DateTimeOffset closes, TimeZoneInfo zone) =>
        opens < closes ? new(opens.ToUniversalTime(), closes.ToUniversalTime(), zone) : null;

    /// <summary>The whole of both days.</summary>
    public static Window? OfDays(DateOnly first, DateOnly last, TimeZoneInfo zone) =>
        Between(JapanTime.StartOfDay(first, zone), JapanTime.StartOfDay(last.AddDays(1), zone), zone);
}
