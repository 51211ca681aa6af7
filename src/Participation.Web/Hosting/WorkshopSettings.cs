using System.Globalization;
using Participation.Application.Series;

namespace Participation.Web.Hosting;

/// <summary>Reads Workshops:* (docs/settings.md).</summary>
static class WorkshopSettings
{
    const int DaysAtMost = 14;

    /// <exception cref="SettingException">A value can't be used.</exception>
    public static WorkshopOptions From(IConfiguration configuration) =>
        configuration["Workshops:ReminderDays"] is not { Length: > 0 } text ? new()
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 0 and <= DaysAtMost ? new() { ReminderDays = days }
        : throw new SettingException($"Workshops:ReminderDays={text} is no number of days from 0 to {DaysAtMost}, like 1.");
}
