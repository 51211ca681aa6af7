using System.Globalization;
using Participation.Domain.Time;

namespace Participation.Web.Words;

/// <summary>Days and instants in the reader's habit, in Asia/Tokyo.</summary>
public static class Moments
{
    /// <summary>令和7年12月25日（木） 0時00分, or Thu 25 December 2025, 00:00.</summary>
    public static string Words(DateTimeOffset at, CultureInfo culture)
    {
        var local = TimeZoneInfo.ConvertTime(at, JapanTime.Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        return IsJapanese(culture)
            ? $"{Words(day, culture)} {local.Hour}時{local.Minute:00}分"
            : $"{Words(day, culture)}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>令和7年12月25日（木）, or Thu 25 December 2025.</summary>
    public static string Words(DateOnly day, CultureInfo culture) =>
        IsJapanese(culture) ? Wareki.Format(day) : day.ToString("ddd d MMMM yyyy", culture);

    /// <summary>The day, or 令和6年11月, or November 2024.</summary>
    public static string Words(PartialDate date, CultureInfo culture) =>
        !date.IsMonth ? Words(date.First, culture)
        : IsJapanese(culture) ? $"{Wareki.FormatYear(date.First)}{date.First.Month}月"
        : date.First.ToString("MMMM yyyy", culture);

    static bool IsJapanese(CultureInfo culture) => culture.TwoLetterISOLanguageName is "ja";
}
