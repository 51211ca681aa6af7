using Microsoft.Data.Sqlite;

namespace Participation.Data.Engines;

/// <summary>Writes the database anew without what was overwritten or removed.</summary>
public static class Sweep
{
    /// <summary>
    /// SQLite leaves the bytes of old rows in free pages and in its log until they are used again. PostgreSQL's own vacuum makes them
    /// unreachable; what a disk still holds there is the disk's to encrypt.
    /// </summary>
    public static async Task Run(DatabaseOptions database, CancellationToken ct)
    {
        if (database.Provider is not DatabaseProvider.Sqlite) return;
        // The lane waits at the gate meanwhile: nobody else writes or checkpoints.
        using var gate = SqliteGate.Enter(database.ConnectionString);
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);";
        await command.ExecuteNonQueryAsync(ct);
    }
}
