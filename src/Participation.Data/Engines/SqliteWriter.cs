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

    internal override WriterTurn Begin()
    {
        var gate = SqliteGate.Enter(options.ConnectionString);
        try
        {
            connection ??= Open();
            return new SqliteTurn(connection, connection.BeginTransaction(), gate);
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
        connection.Dispose();
        connection = null;
    }

    SqliteConnection Open()
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ToString());
        opened.Open();
        using var pragmas = opened.CreateCommand();
        // FULL: a receipt is given out only once its row would survive a power cut.
        pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=4000;";
        pragmas.ExecuteNonQuery();
        return opened;
    }
}

sealed class SqliteTurn(SqliteConnection connection, SqliteTransaction transaction, IDisposable gate)
    : WriterTurn(connection, transaction)
{
    protected override string SelectHead => """SELECT "Sequence", "Hash" FROM "StreamHeads" WHERE "Stream" = @n""";

    public override void Dispose()
    {
        base.Dispose();
        gate.Dispose();
    }
}

/// <summary>Prepares each insert once and runs it per row: in process, that is the fastest SQLite takes.</summary>
sealed class SqliteRowWriter(SqliteTurn turn, Func<Type, InsertShape> shapeOf) : RowWriter
{
    protected override void Insert(Type type, List<object> rows)
    {
        var shape = shapeOf(type);
        using var command = turn.Command(shape.Sql);
        shape.AddParameters(command, rows[0]);
        command.Prepare();
        foreach (var row in rows)
        {
            shape.SetParameters(command, row);
            command.ExecuteNonQuery();
        }
    }
}
