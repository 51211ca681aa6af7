using System.Data.Common;

namespace Participation.Data.Writing;

/// <summary>The one connection that writes. What differs between the engines is in its two kinds.</summary>
public abstract class WriterConnection : IDisposable
{
    /// <summary>Begins a transaction that no other writer's can overlap.</summary>
    internal abstract WriterTurn Begin();

    public abstract void Dispose();
}

/// <summary>A transaction on the writer connection.</summary>
abstract class WriterTurn(DbConnection connection, DbTransaction transaction) : IDisposable
{
    const string Store = """
        INSERT INTO "StreamHeads" ("Stream", "Sequence", "Hash") VALUES (@n, @s, @h)
        ON CONFLICT ("Stream") DO UPDATE SET "Sequence" = excluded."Sequence", "Hash" = excluded."Hash"
        """;

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    /// <summary>Reads a head and, where another writer could be, locks it until the commit.</summary>
    public (long Sequence, byte[]? Hash) LockHead(string stream)
    {
        using var command = Command(SelectHead).With("n", stream);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<byte[]>(1)) : (0, null);
    }

    public void StoreHead(string stream, long sequence, byte[]? hash) => Execute(Store, ("n", stream), ("s", sequence), ("h", hash));

    public virtual void Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql);
        foreach (var (name, value) in values) command.With(name, value);
        command.ExecuteNonQuery();
    }

    public DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }

    public virtual void Commit() => transaction.Commit();

    public virtual void Dispose() => transaction.Dispose();

    /// <summary>SQL for "is one of the list in this parameter", the same for a list of any length.</summary>
    public abstract string OneOf(string name);

    public abstract object ListOf(string[] values);

    public abstract object ListOf(long[] values);

    protected abstract string SelectHead { get; }
}

static class Commands
{
    public static DbCommand With(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        // A null has no type of its own for PostgreSQL to find.
        if (value is null) parameter.DbType = System.Data.DbType.Binary;
        command.Parameters.Add(parameter);
        return command;
    }
}
