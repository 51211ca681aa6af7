using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Participation.Data.Live;

namespace Participation.Data.Engines;

/// <summary>Rings the <see cref="LiveSignal"/> when another process has committed: NOTIFY on PostgreSQL, a changed file on SQLite.</summary>
public sealed partial class ForeignCommits(DatabaseOptions database, LiveSignal signal, ILogger<ForeignCommits> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await (database.Provider is DatabaseProvider.Postgres ? Listen(stoppingToken) : WatchFile(stoppingToken));
            }
            catch (Exception fault) when (fault is NpgsqlException or SqliteException or IOException && !stoppingToken.IsCancellationRequested)
            {
                LogLost(fault);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    async Task Listen(CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, KeepAlive = 30 };
        await using var connection = new NpgsqlConnection(settings.ToString());
        connection.Notification += (_, _) => signal.Ring();
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgresWriter.Channel}", connection)) await listen.ExecuteNonQueryAsync(ct);
        // Whatever was said while nobody listened is in the log.
        signal.Ring();
        while (true) await connection.WaitAsync(ct);
    }

    async Task WatchFile(CancellationToken ct)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        await using var version = connection.CreateCommand();
        version.CommandText = "PRAGMA query_only=ON; PRAGMA data_version";
        using var tick = new PeriodicTimer(Pause);
        long? seen = null;
        do
        {
            var now = (long)(await version.ExecuteScalarAsync(ct))!;
            // Also at the first look: whatever was committed while nobody looked is in the log.
            if (seen != now) signal.Ring();
            seen = now;
        }
        while (await tick.WaitForNextTickAsync(ct));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lost touch with the database's news; trying again")]
    partial void LogLost(Exception fault);
}
