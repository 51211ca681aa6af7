using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Participation.Application.Sites;

namespace Participation.Web.Hosting;

/// <summary>Site:Address and Accounts:* (docs/settings.md).</summary>
/// <param name="Address">Where people find the site; null when nobody said.</param>
/// <param name="StaffSecondFactor">Whoever works for the city has an authenticator app or a passkey, or does not work.</param>
sealed record AccountSettings(Uri? Address, bool StaffSecondFactor)
{
    /// <exception cref="SettingException">A value can't be used.</exception>
    public static AccountSettings From(IConfiguration configuration, IHostEnvironment environment) =>
        new(AddressOf(configuration["Site:Address"]), SecondFactorOf(configuration["Accounts:StaffSecondFactor"], environment));

    static Uri? AddressOf(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.AbsolutePath is "/" ? address
        : throw new SettingException($"Site:Address={text} is no address of a site, like https://sanka.city.example.jp.");

    static bool SecondFactorOf(string? text, IHostEnvironment environment) => string.IsNullOrWhiteSpace(text) ? !environment.IsDevelopment()
        : bool.TryParse(text, out var on) ? on
        : throw new SettingException($"Accounts:StaffSecondFactor={text} is neither true nor false.");

    /// <summary>In Development the address is wherever the program listens.</summary>
    public SiteAddress AddressFor(IServiceProvider services)
    {
        if (Address is not null || !services.GetRequiredService<IHostEnvironment>().IsDevelopment()) return new(() => Address);
        return new(() => services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listens ? new(listens) : null);
    }
}
