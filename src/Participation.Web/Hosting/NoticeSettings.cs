using System.Globalization;
using Participation.Application.Following;

namespace Participation.Web.Hosting;

/// <summary>Notices:* (docs/settings.md).</summary>
static class NoticeSettings
{
    /// <exception cref="SettingException">A value can't be used.</exception>
    public static NoticeOptions From(IConfiguration configuration) => configuration["Notices:DigestHour"] switch
    {
        null or "" => new(),
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24 => new(hour),
        var text => throw new SettingException($"Notices:DigestHour={text} is no hour from 0 to 23, like 7."),
    };
}
