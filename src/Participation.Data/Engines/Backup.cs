using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Participation.Data.Engines;

/// <summary>Copies a database out while it serves, and back in while it doesn't.</summary>
public static class Backup
{
    /// <exception cref="DatabaseUnusableException">It can't be read, or the file not written.</exception>
    public static async Task Write(DatabaseOptions database, string file, CancellationToken ct)
    {
        if (database.Provider is DatabaseProvider.Postgres)
        {
            await RunTool(database, "pg_dump", ["--format=custom", "--file", file], ct);
            return;
        }
        try
        {
            File.Delete(file);
            await using var from = new SqliteConnection(database.ConnectionString);
            await from.OpenAsync(ct);
            await using var command = from.CreateCommand();
            command.CommandText = "VACUUM INTO @file";
            command.Parameters.AddWithValue("file", file);
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (Exception why) when (why is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnusableException($"{file}: {why.Message}", why);
        }
    }

    /// <exception cref="DatabaseUnusableException">The file is no backup, or the database is in use.</exception>
    public static async Task Restore(DatabaseOptions database, string file, CancellationToken ct)
    {
        if (database.Provider is DatabaseProvider.Postgres)
        {
            await RunTool(database, "pg_restore", ["--clean", "--if-exists", "--no-owner", "--single-transaction", file], ct);
            return;
        }
        try
        {
            using var gate = SqliteGate.Enter(database.ConnectionString);
            await using var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            await from.OpenAsync(ct);
            await using var to = new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
            await to.OpenAsync(ct);
            from.BackupDatabase(to);
        }
        catch (Exception why) when (why is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnusableException($"{file}: {why.Message}", why);
        }
    }

    static async Task RunTool(DatabaseOptions database, string tool, string[] arguments, CancellationToken ct)
    {
        var to = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true };
        start.ArgumentList.Add("--dbname");
        start.ArgumentList.Add(to.Database!);
        (start.Environment["PGHOST"], start.Environment["PGPORT"]) = (to.Host, $"{to.Port}");
        (start.Environment["PGUSER"], start.Environment["PGPASSWORD"]) = (to.Username, to.Password);
        using var running = Process.Start(start) ?? throw new DatabaseUnusableException($"{tool} did not start.", new IOException());
        var said = await running.StandardError.ReadToEndAsync(ct);
        await running.WaitForExitAsync(ct);
        if (running.ExitCode is not 0) throw new DatabaseUnusableException($"{tool}: {said.Trim()}", new IOException());
    }
}
