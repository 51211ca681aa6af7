using Npgsql;

namespace Participation.Data.Engines;

/// <summary>
/// Lets the nodes of one PostgreSQL take turns at something that many want at once, first come first served: where only the row's
/// version decides, a node that is a little slower can lose every time. On SQLite there is one node, and nothing to wait for.
/// </summary>
public sealed class NodeTurns(DatabaseOptions options)
{
    /// <param name="what">Names what is waited for. Whoever holds it must not ask for another: two could wait for each other.</param>
    /// <returns>Ends the turn. A node that dies loses its connection, and its turn with it.</returns>
    public async Task<IAsyncDisposable?> Take(string what, CancellationToken ct)
    {
        if (options.Provider is not DatabaseProvider.Postgres) return null;
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
