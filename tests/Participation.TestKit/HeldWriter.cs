using Npgsql;
using Participation.Data;

namespace Participation.TestKit;

/// <summary>
/// Keeps every writer from its next commit until disposed, as another node at work would: what is asked meanwhile piles up and
/// is committed as one batch.
/// </summary>
public sealed class HeldWriter : IAsyncDisposable
{
    readonly IAsyncDisposable held;

    HeldWriter(IAsyncDisposable held) => this.held = held;

    public static async Task<HeldWriter> Of(DatabaseOptions database) =>
        new(database.Provider is DatabaseProvider.Sqlite ? await OfFile(database) : await OfServer(database));

    public ValueTask DisposeAsync() => held.DisposeAsync();

    /// <summary>The lock beside the file that one process's writer has at a time; taken when whoever writes just now has done.</summary>
    static async Task<FileStream> OfFile(DatabaseOptions database)
    {
        var path = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource + "-writer";
        FileStream? held = null;
        await Wait.Until(() => (held = OpenUnlessHeld(path)) is not null);
        return held!;
    }

    static FileStream? OpenUnlessHeld(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The head of the audit chain, which every node locks first.</summary>
    static async Task<NpgsqlConnection> OfServer(DatabaseOptions database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("""SELECT 1 FROM "StreamHeads" WHERE "Stream" = 'audit' FOR UPDATE""", connection, transaction);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
