using System.Globalization;
using System.Net.Mail;
using Participation.Application.Mail;

namespace Participation.Web.Hosting;

/// <summary>Reads Mail:* (docs/settings.md).</summary>
static class MailSettings
{
    /// <exception cref="SettingException">A value can't be used.</exception>
    public static MailOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var host = Text(configuration, "Mail:Host");
        return new MailOptions
        {
            Host = host,
            Port = Text(configuration, "Mail:Port") is not { } port ? 587
                : int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number
                : throw new SettingException($"Mail:Port={port} is no port, like 587."),
            Tls = Text(configuration, "Mail:Tls") is not { } tls ? true
                : bool.TryParse(tls, out var on) ? on
                : throw new SettingException($"Mail:Tls={tls} is neither true nor false."),
            User = Text(configuration, "Mail:User"),
            Password = Text(configuration, "Mail:Password"),
            From = Text(configuration, "Mail:From") is not { } from ? "participation@localhost"
                : MailAddress.TryCreate(from, out _) ? from
                : throw new SettingException("Mail:From is no mail address, like 市民参加 <sanka@city.example.jp>."),
            ReturnedFolder = Text(configuration, "Mail:ReturnedFolder"),
            Folder = Text(configuration, "Mail:Folder") ?? (host is null && environment.IsDevelopment() ? Path.Combine(HomeFolder.Data, "mail") : null),
        };
    }

    static string? Text(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } text ? text : null;
}
