using System.Globalization;
using Participation.Application.Eligibility;

namespace Participation.Web.Hosting;

/// <summary>Eligibility:* (docs/settings.md).</summary>
static class EligibilitySettings
{
    const int MonthsAtMost = 120;

    /// <exception cref="SettingException">A value can't be used.</exception>
    public static EligibilityOptions From(IConfiguration configuration) => configuration["Eligibility:Months"] switch
    {
        null or "" => new(),
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is > 0 and <= MonthsAtMost => new(months),
        var text => throw new SettingException($"Eligibility:Months={text} is no number of months from 1 to {MonthsAtMost}."),
    };
}
