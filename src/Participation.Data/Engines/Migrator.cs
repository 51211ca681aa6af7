using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Participation.Data.Engines;

/// <summary>The database file or server can't be used; the message says which and why, without a password.</summary>
public sealed class DatabaseUnusableException(string message, Exception why) : Exception(message, why);

/// <summary>Brings a database to the current model.</summary>
public static class Migrator
{
    /// <returns>The migrations that were applied.</returns>
    /// <exception cref="DatabaseUnusableException">It can't be opened or written.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(DatabaseOptions database, CancellationToken ct)
    {
        try
        {
            using var gate = database.Provider is DatabaseProvider.Sqlite ? Prepare(database) : null;
            await using var db = DatabaseFactory.ForMigrating(database);
            var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
            if (pending.Count > 0) await db.Database.MigrateAsync(ct);
            return pending;
        }
        catch (Exception why) when (why is DbException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnusableException($"{Describe(database)}: {why.Message}", why);
        }
    }

    static IDisposable Prepare(DatabaseOptions database)
    {
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
        var gate = SqliteGate.Enter(database.ConnectionString);
        try
        {
            // Opening a read-only file succeeds; better to hear of it now than at the first opinion.
            if (File.Exists(file)) File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
            return gate;
        }
        catch
        {
            gate.Dispose();
            throw;
        }
    }

    static string Describe(DatabaseOptions database) => database.Provider is DatabaseProvider.Sqlite
        ? new SqliteConnectionStringBuilder(database.ConnectionString).DataSource
        : new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString).Host ?? "PostgreSQL";
}
