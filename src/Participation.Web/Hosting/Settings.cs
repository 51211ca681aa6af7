using System.Globalization;
using Participation.Data;

namespace Participation.Web.Hosting;

/// <summary>A setting that can't be used; the message names it and says what to write instead.</summary>
public sealed class SettingException(string message) : Exception(message);

/// <summary>The settings of docs/settings.md, read once at start.</summary>
public sealed record Settings(DatabaseOptions Database, DateTimeOffset? ClockStartAt, SeedSet Seeds)
{
    /// <exception cref="SettingException">A value can't be used, or not in Production.</exception>
    public static Settings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var seeds = Choice(configuration, "Seeds:Load", environment.IsDevelopment() ? SeedSet.Demo : SeedSet.Reference);
        if (seeds is SeedSet.Demo && environment.IsProduction())
            throw new SettingException("Seeds:Load=demo is refused in Production: its passwords are public.");
        return new(DatabaseOf(configuration), StartAt(configuration, environment), seeds);
    }

    static DatabaseOptions DatabaseOf(IConfiguration configuration)
    {
        var provider = Choice(configuration, "Database:Provider", DatabaseProvider.Sqlite);
        var connection = configuration.GetConnectionString("Participation");
        if (!string.IsNullOrWhiteSpace(connection)) return new(provider, connection);
        if (provider is DatabaseProvider.Postgres)
            throw new SettingException("ConnectionStrings:Participation is needed with Database:Provider=Postgres.");
        return new(provider, $"Data Source={Path.Combine(HomeFolder.Data, "participation.db")}");
    }

    static DateTimeOffset? StartAt(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Clock:StartAt"] is not { Length: > 0 } text) return null;
        if (environment.IsProduction()) throw new SettingException("Clock:StartAt is refused in Production: deadlines follow the real clock.");
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw new SettingException($"Clock:StartAt={text} is no ISO 8601 instant, like 2025-12-24T23:59:00+09:00.");
    }

    static T Choice<T>(IConfiguration configuration, string key, T otherwise) where T : struct, Enum
    {
        if (configuration[key] is not { Length: > 0 } text) return otherwise;
        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new SettingException($"{key}={text} is none of {string.Join(", ", Enum.GetNames<T>())}.");
    }
}

/// <summary>Which data a start loads.</summary>
public enum SeedSet
{
    None,
    /// <summary>What a new city needs.</summary>
    Reference,
    /// <summary>What a newcomer plays with; never in Production.</summary>
    Demo,
}
