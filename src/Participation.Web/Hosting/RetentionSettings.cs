using System.Globalization;
using Participation.Application.Retention;
using Participation.Domain.Retention;

namespace Participation.Web.Hosting;

/// <summary>Reads Retention:* (docs/settings.md).</summary>
static class RetentionSettings
{
    /// <exception cref="SettingException">A value can't be used.</exception>
    public static RetentionOptions From(IConfiguration configuration)
    {
        var ours = new RetentionOptions();
        return new()
        {
            SenderMonths = Months(configuration, "Retention:SenderMonths", ours.SenderMonths), SignUpMonths = Months(configuration, "Retention:SignUpMonths", ours.SignUpMonths),
        };
    }

    static int Months(IConfiguration configuration, string key, int ours) =>
        configuration[key] is not { Length: > 0 } text ? ours
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is > 0 and <= Disposal.MonthsAtMost ? months
        : throw new SettingException($"{key}={text} is no number of months from 1 to {Disposal.MonthsAtMost}, like {ours}.");
}
