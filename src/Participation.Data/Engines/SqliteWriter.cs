using System.Text.Json;
using Microsoft.Data.Sqlite;
using Participation.Data.Writing;

namespace Participation.Data.Engines;

/// <summary>
/// SQLite's one writer. Releases before 3.51.3 can lose a committed write when two connections write or checkpoint at once, so
/// this connection alone does either, and a lock beside the file keeps other processes' writers out meanwhile.
/// </summary>
sealed class SqliteWriter(DatabaseOptions options) : WriterConnection
{
    SqliteConnection? connection;
    SqliteStatements? statements;

    internal override WriterTurn Begin()
    {
        var gate = SqliteGate.Enter(options.ConnectionString);
        try
        {
            connection ??= Open();
            statements ??= new(connection);
            return new SqliteTurn(connection, connection.BeginTransaction(), statements, gate);
        }
        catch
        {
            gate.Dispose();
            throw;
        }
    }

    public override void Dispose()
    {
        if (connection is null) return;
        // Closing checkpoints, which is writing.
        using var gate = SqliteGate.Enter(options.ConnectionString);
        statements?.Dispose();
        connection.Dispose();
        (connection, statements) = (null, null);
    }

    SqliteConnection Open()
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ToString());
        opened.Open();
        using var pragmas = opened.CreateCommand();
        // FULL: a receipt is given out only once its row would survive a power cut. The cache holds what a batch touches: keys and
        // numbers are random, and in SQLite's usual 2 MB their pages would be read again and again.
        pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=16000; PRAGMA cache_size=-65536;";
        pragmas.ExecuteNonQuery();
        return opened;
    }
}

sealed class SqliteTurn(SqliteConnection connection, SqliteTransaction transaction, SqliteStatements statements, IDisposable gate)
    : WriterTurn(connection, transaction)
{
    public SqliteStatements Statements => statements;

    protected override string SelectHead => """SELECT "Sequence", "Hash" FROM "StreamHeads" WHERE "Stream" = @n""";

    public override void Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => statements.Execute(sql, values);

    public override string OneOf(string name) => $"IN (SELECT value FROM json_each(@{name}))";

    public override object ListOf(string[] values) => JsonSerializer.Serialize(values);

    public override object ListOf(long[] values) => JsonSerializer.Serialize(values);

    public override void Dispose()
    {
        base.Dispose();
        gate.Dispose();
    }
}

/// <summary>One prepared insert per table, run per row: in process, that is the fastest SQLite takes.</summary>
sealed class SqliteRowWriter(SqliteTurn turn, Func<Type, InsertShape> shapeOf) : RowWriter
{
    protected override void Insert(Type type, List<object> rows) => turn.Statements.Insert(shapeOf(type), rows);
}
