using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using Participation.Data;

namespace Participation.TestKit;

/// <summary>Looks for words in every column of every table there is, those of the search index and of the engine's own too.</summary>
public static class WholeDatabase
{
    /// <returns>Where they stand, as table and column; upper and lower case are one.</returns>
    public static async Task<IReadOnlyList<string>> Find(DatabaseOptions database, params string[] words)
    {
        await using DbConnection connection = database.Provider is DatabaseProvider.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        var tables = await Read(connection, database.Provider is DatabaseProvider.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var table in tables) await Look(connection, table, words, found);
        return [.. found];
    }

    /// <summary>Looks at the bytes of the database's own file and its log, where what was overwritten may stand too; a server keeps its files to itself.</summary>
    public static bool FilesHold(DatabaseOptions database, string words)
    {
        if (database.Provider is DatabaseProvider.Postgres) return false;
        var path = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        return Holds(path, words) || Holds($"{path}-wal", words);
    }

    static bool Holds(string path, string words)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
    }

    static async Task Look(DbConnection connection, string table, string[] words, SortedSet<string> found)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            for (var column = 0; column < rows.FieldCount; column++)
                if (TextOf(rows, column) is { } text && words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))) found.Add($"{table}.{rows.GetName(column)}");
    }

    static string? TextOf(DbDataReader rows, int column) => rows.IsDBNull(column) ? null : rows.GetValue(column) switch
    {
        string text => text,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        string[] texts => string.Join('\n', texts),
        _ => null,
    };

    static async Task<List<string>> Read(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<string>();
        while (await rows.ReadAsync()) all.Add(rows.GetString(0));
        return all;
    }
}
