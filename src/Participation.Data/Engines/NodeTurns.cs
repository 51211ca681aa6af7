using Npgsql;

namespace Participation.Data.Engines;

/// <summary>
/// Lets the nodes on one database take turns at something that many want at once: where only the row's version decides, a node that is
/// a little slower can lose every time.
/// </summary>
public sealed class NodeTurns(DatabaseOptions options)
{
    /// <param name="what">Names what is waited for. Whoever holds it must not ask for another: two could wait for each other.</param>
    /// <returns>Ends the turn. A node that dies loses it by itself.</returns>
    public Task<IAsyncDisposable> Take(string what, CancellationToken ct) => options.Provider is DatabaseProvider.Postgres
        ? TakeOnServer(what, ct)
        // One for all of them: beside a SQLite file there is one node and at most a verb.
        : SqliteGate.EnterAsync(options.ConnectionString, "turns", ct);

    /// <summary>First come, first served.</summary>
    async Task<IAsyncDisposable> TakeOnServer(string what, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(options.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            // Let go when its transaction ends; a lock of the connection's own would stay with it in the pool.
            var turn = await connection.BeginTransactionAsync(ct);
            await using var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended(@what, 0))", connection, turn) { Parameters = { new("what", what) } };
            await wait.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
