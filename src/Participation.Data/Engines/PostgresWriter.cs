using Npgsql;
using Participation.Data.Writing;
using Participation.Data.Live;

namespace Participation.Data.Engines;

/// <summary>PostgreSQL's writer of this node. Nodes take turns by locking the audit chain's head.</summary>
sealed class PostgresWriter(DatabaseOptions options) : WriterConnection
{
    /// <summary>The channel that tells every node to look at the log.</summary>
    public const string Channel = "participation_live";

    readonly NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(options.ConnectionString)
    {
        Pooling = false, MaxAutoPrepare = 50, AutoPrepareMinUsages = 2, ApplicationName = "participation writer",
    }.ToString());

    internal override WriterTurn Begin()
    {
        if (connection.FullState is not System.Data.ConnectionState.Open)
        {
            connection.Close();
            connection.Open();
        }
        var turn = new PostgresTurn(connection, connection.BeginTransaction());
        try
        {
            turn.Execute("""INSERT INTO "StreamHeads" ("Stream", "Sequence") VALUES (@n, 0) ON CONFLICT DO NOTHING""", ("n", StreamHead.Audit));
            turn.LockHead(StreamHead.Audit);
            return turn;
        }
        catch
        {
            // A turn that never came must not stand in the way of the next.
            turn.Dispose();
            throw;
        }
    }

    public override void Dispose() => connection.Dispose();
}

sealed class PostgresTurn(NpgsqlConnection connection, NpgsqlTransaction transaction) : WriterTurn(connection, transaction)
{
    protected override string SelectHead => """SELECT "Sequence", "Hash" FROM "StreamHeads" WHERE "Stream" = @n FOR UPDATE""";

    public override void Commit()
    {
        // Delivered by PostgreSQL when, and only if, this transaction commits.
        Execute($"NOTIFY {PostgresWriter.Channel}");
        base.Commit();
    }

    public override string OneOf(string name) => $"= ANY(@{name})";

    public override object ListOf(string[] values) => values;

    public override object ListOf(long[] values) => values;

    public NpgsqlBatch Batch() => new(connection, transaction);
}

/// <summary>Sends a table's rows in one round trip.</summary>
sealed class PostgresRowWriter(PostgresTurn turn, Func<Type, InsertShape> shapeOf) : RowWriter
{
    protected override void Insert(Type type, List<object> rows)
    {
        var shape = shapeOf(type);
        using var batch = turn.Batch();
        using var maker = new NpgsqlCommand();
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(shape.Sql);
            shape.AddParameters(maker, row);
            foreach (var parameter in maker.Parameters.ToArray())
            {
                maker.Parameters.Remove(parameter);
                command.Parameters.Add(parameter);
            }
            batch.BatchCommands.Add(command);
        }
        batch.ExecuteNonQuery();
    }
}
