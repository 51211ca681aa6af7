using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Participation.Domain.Time;

namespace Participation.Domain.Ledger;

/// <summary>Days as staff type them from a stamp: R8.1.10, 2026-1-10, 20260110, or 1/10, which is the last such day that has been.</summary>
public static partial class PaperDay
{
    public static bool TryParse(string text, DateOnly today, out DateOnly day)
    {
        text = text.Normalize(NormalizationForm.FormKC).Trim();
        if (Wareki.TryParse(text, out day)) return true;
        if (DateOnly.TryParseExact(text, ["yyyyMMdd", "yyyy-M-d", "yyyy.M.d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return true;
        if (MonthAndDay().Match(text) is not { Success: true } match) return false;
        var (month, of) = (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        foreach (var year in new[] { today.Year, today.Year - 1 })
        {
            if (month is < 1 or > 12 || of < 1 || of > DateTime.DaysInMonth(year, month)) continue;
            day = new(year, month, of);
            if (day <= today) return true;
        }
        return false;
    }

    [GeneratedRegex(@"^(\d{1,2})[/.月-](\d{1,2})日?$")]
    private static partial Regex MonthAndDay();
}
