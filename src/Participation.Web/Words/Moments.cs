using System.Globalization;
using Participation.Domain.Time;

namespace Participation.Web.Words;

/// <summary>Days and instants in the reader's habit, in Asia/Tokyo.</summary>
public static class Moments
{
    /// <summary>令和7年12月25日（木） 0時00分, or 2025年12月25日（木曜日） 午前0時00分, or Thu 25 December 2025, 00:00.</summary>
    public static string Words(DateTimeOffset at, CultureInfo culture)
    {
        var local = TimeZoneInfo.ConvertTime(at, JapanTime.Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        return Languages.IsEasy(culture) ? $"{Words(day, culture)} {EasyTime(local)}"
            : IsJapanese(culture) ? $"{Words(day, culture)} {local.Hour}時{local.Minute:00}分"
            : $"{Words(day, culture)}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>令和7年12月25日（木）, or 2025年12月25日（木曜日）, or Thu 25 December 2025.</summary>
    public static string Words(DateOnly day, CultureInfo culture) =>
        Languages.IsEasy(culture) ? $"{day.Year}年{day.Month}月{day.Day}日（{WeekdayOf(day)}曜日）"
        : IsJapanese(culture) ? Wareki.Format(day) : day.ToString("ddd d MMMM yyyy", culture);

    /// <summary>The day, or 令和6年11月, or November 2024.</summary>
    public static string Words(PartialDate date, CultureInfo culture) =>
        !date.IsMonth ? Words(date.First, culture)
        : Languages.IsEasy(culture) ? $"{date.First.Year}年{date.First.Month}月"
        : IsJapanese(culture) ? $"{Wareki.FormatYear(date.First)}{date.First.Month}月"
        : date.First.ToString("MMMM yyyy", culture);

    /// <summary>Noon is 午後0時, as in the timetables of schools and buses.</summary>
    static string EasyTime(DateTimeOffset local) => $"{(local.Hour < 12 ? "午前" : "午後")}{local.Hour % 12}時{local.Minute:00}分";

    static char WeekdayOf(DateOnly day) => "日月火水木金土"[(int)day.DayOfWeek];

    static bool IsJapanese(CultureInfo culture) => culture.TwoLetterISOLanguageName is "ja";
}
