using System.Globalization;
using Participation.Domain.Consultations;
using Participation.Domain.Time;

namespace Participation.Application.Papers;

/// <summary>Days as papers write them: the era, and the western date beside it.</summary>
static class PaperDates
{
    /// <summary>令和7年12月25日（木）（2025-12-25）.</summary>
    public static string Both(DateOnly day) => $"{Wareki.Format(day)}（{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}）";

    public static string Both(DateTimeOffset at) => Both(JapanTime.DayOf(at, JapanTime.Zone));

    public static string Both(PartialDate date) => date.IsMonth
        ? $"{Wareki.FormatYear(date.First)}{date.First.Month}月（{date.First.ToString("yyyy-MM", CultureInfo.InvariantCulture)}）" : Both(date.First);

    public static string Of(Window window) => $"{Both(window.FirstDay)}から{Both(window.LastDay)}まで（{window.Days}日間）";
}
