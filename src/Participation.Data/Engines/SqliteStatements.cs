using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Participation.Data.Writing;
using SQLitePCL;

namespace Participation.Data.Engines;

/// <summary>
/// The lane's statements, kept prepared on the writer connection. The ADO.NET layer parses each anew for every batch and looks
/// each parameter up by name for every row, which costs more than the insert.
/// </summary>
sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    // By name: the compiler takes the pinned SQLitePCLRaw for another assembly than the one Microsoft.Data.Sqlite was built with.
    readonly sqlite3 database = (sqlite3)typeof(SqliteConnection).GetProperty("Handle")!.GetValue(connection)!;
    readonly Dictionary<string, sqlite3_stmt> prepared = [];

    public void Insert(InsertShape shape, List<object> rows)
    {
        var insert = Prepared(shape.Sql);
        foreach (var row in rows)
        {
            for (var i = 0; i < shape.Columns; i++) Check(Bind(insert, i + 1, shape.Value(i, row)));
            Step(insert);
        }
    }

    public void Execute(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var statement = Prepared(sql);
        foreach (var (name, value) in values)
            Check(Bind(statement, raw.sqlite3_bind_parameter_index(statement, $"@{name}"), value));
        Step(statement);
    }

    public void Dispose()
    {
        foreach (var statement in prepared.Values) statement.Dispose();
    }

    sqlite3_stmt Prepared(string sql)
    {
        if (prepared.TryGetValue(sql, out var known)) return known;
        Check(raw.sqlite3_prepare_v2(database, sql, out var statement));
        return prepared[sql] = statement;
    }

    void Step(sqlite3_stmt statement)
    {
        var done = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (done != raw.SQLITE_DONE) Check(done);
    }

    /// <summary>As Microsoft.Data.Sqlite writes these types, which reads them back.</summary>
    static int Bind(sqlite3_stmt statement, int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        // No bytes at all would be taken for a null.
        "" => raw.sqlite3_bind_text(statement, at, ""),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, at, 0),
        string text => BindText(statement, at, text),
        long number => raw.sqlite3_bind_int64(statement, at, number),
        int number => raw.sqlite3_bind_int64(statement, at, number),
        bool flag => raw.sqlite3_bind_int64(statement, at, flag ? 1 : 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, at, bytes),
        Guid id => BindText(statement, at, id.ToString().ToUpperInvariant()),
        DateOnly day => BindText(statement, at, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"{value.GetType().Name} in a row that is inserted by the hundred."),
    };

    static int BindText(sqlite3_stmt statement, int at, string text)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, buffer);
        var result = raw.sqlite3_bind_text(statement, at, buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
        return result;
    }

    void Check(int result)
    {
        if (result == raw.SQLITE_OK) return;
        throw new SqliteException(raw.sqlite3_errmsg(database).utf8_to_string(), result, raw.sqlite3_extended_errcode(database));
    }
}
