using System.Globalization;
using Participation.Application.Retention;
using Participation.Domain.Retention;

namespace Participation.Web.Hosting;

/// <summary>Reads Retention:* (docs/settings.md).</summary>
static class RetentionSettings
{
    /// <exception cref="SettingException">A value can't be used.</exception>
    public static RetentionOptions From(IConfiguration configuration) =>
        configuration["Retention:SenderMonths"] is not { Length: > 0 } text ? new()
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is > 0 and <= Disposal.MonthsAtMost
            ? new() { SenderMonths = months }
            : throw new SettingException($"Retention:SenderMonths={text} is no number of months from 1 to {Disposal.MonthsAtMost}, like 12.");
}
