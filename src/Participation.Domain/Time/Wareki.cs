using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Participation.Domain.Time;

/// <summary>Dates in Japanese eras, as papers write and read them.</summary>
public static partial class Wareki
{
    // A culture's own Calendar stays Gregorian whatever its formats use, so the era calendar is asked by itself.
    static readonly JapaneseCalendar Calendar = new();
    static readonly CultureInfo Japanese = new("ja-JP");
    static readonly string[] EraLetters = ["M", "T", "S", "H", "R"];
    static readonly string[] EraNames = ["明治", "大正", "昭和", "平成", "令和"];

    /// <summary>令和7年12月25日（木）; the first year of an era is 元年.</summary>
    public static string Format(DateOnly day) =>
        $"{FormatYear(day)}{day.Month}月{day.Day}日（{day.ToString("ddd", Japanese)}）";

    /// <summary>令和7年, or 令和元年.</summary>
    public static string FormatYear(DateOnly day)
    {
        var date = day.ToDateTime(TimeOnly.MinValue);
        var year = Calendar.GetYear(date);
        var era = EraNames[Calendar.GetEra(date) - 1];
        return year == 1 ? $"{era}元年" : string.Create(CultureInfo.InvariantCulture, $"{era}{year}年");
    }

    /// <summary>The fiscal year runs April to March: 2026-01-23 is 令和7年度.</summary>
    public static string FormatFiscalYear(DateOnly day) =>
        $"{FormatYear(new DateOnly(day.Month < 4 ? day.Year - 1 : day.Year, 4, 1))[..^1]}年度";

    /// <summary>Reads R6.4.1, H31. 4. 1, S61.1.11, 令和7年12月25日 and 2025-12-25; false for an impossible date.</summary>
    public static bool TryParse(string text, out DateOnly day)
    {
        day = default;
        text = text.Normalize(NormalizationForm.FormKC).Trim();
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return true;
        var match = EraDate().Match(text);
        if (!match.Success) return false;
        var era = Array.IndexOf(EraLetters, match.Groups["era"].Value.ToUpperInvariant());
        if (era < 0) era = Array.IndexOf(EraNames, match.Groups["era"].Value);
        var year = match.Groups["year"].Value is "元" ? 1 : Number(match, "year");
        return TryMake(era + 1, year, Number(match, "month"), Number(match, "day"), out day);
    }

    static bool TryMake(int era, int year, int month, int dayOfMonth, out DateOnly day)
    {
        day = default;
        try
        {
            var date = Calendar.ToDateTime(year, month, dayOfMonth, 0, 0, 0, 0, era);
            // The calendar extends eras past their end (平成33年); a paper that says so is wrong.
            if (Calendar.GetEra(date) != era) return false;
            day = DateOnly.FromDateTime(date);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }

    static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<era>[MTSHRmtshr]|明治|大正|昭和|平成|令和) ?(?<year>\d{1,2}|元)[.年] ?(?<month>\d{1,2})[.月] ?(?<day>\d{1,2})日?$")]
    private static partial Regex EraDate();
}
