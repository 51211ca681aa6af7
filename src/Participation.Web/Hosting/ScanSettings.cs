using System.Globalization;
using Participation.Data.Ledger;

namespace Participation.Web.Hosting;

/// <summary>Reads Scans:* (docs/settings.md).</summary>
static class ScanSettings
{
    /// <exception cref="SettingException">A value can't be used.</exception>
    public static ScanOptions From(IConfiguration configuration) => new(
        configuration["Scans:Folder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : Path.Combine(HomeFolder.Data, "scans"),
        Number(configuration, "Scans:LargestMegabytes", 10, 100), Number(configuration, "Scans:MostOfOne", 20, 200));

    static int Number(IConfiguration configuration, string key, int otherwise, int most) =>
        configuration[key] is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : throw new SettingException($"{key}={text} is no number from 1 to {most}.");
}
