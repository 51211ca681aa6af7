using Npgsql;
using Participation.Data;
using Participation.Data.Engines;

namespace Participation.TestKit;

/// <summary>A database of its own, thrown away afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    readonly string? folder;
    readonly string? server;

    /// <summary>What the program only warns of is a fault here.</summary>
    static TestDatabase() => AppContext.SetSwitch(DatabaseFactory.OrderSwitch, true);

    TestDatabase(DatabaseOptions options, string? folder, string? server) => (Options, this.folder, this.server) = (options, folder, server);

    public DatabaseOptions Options { get; }

    public static async Task<TestDatabase> Create(DatabaseProvider provider) =>
        provider is DatabaseProvider.Sqlite ? OnSqlite() : await OnPostgres();

    static TestDatabase OnSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("participation-").FullName;
        return new(new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder, "test.db")}"), folder, null);
    }

    static async Task<TestDatabase> OnPostgres()
    {
        var server = Environment.GetEnvironmentVariable("PARTICIPATION_TEST_POSTGRES")
            ?? throw new InvalidOperationException("PARTICIPATION_TEST_POSTGRES names no server: ./test starts one and says where.");
        var name = $"t{Guid.NewGuid():N}";
        await Execute(server, $"CREATE DATABASE {name}");
        return new(new(DatabaseProvider.Postgres, new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString()), null, server);
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is not null) Directory.Delete(folder, recursive: true);
        if (server is not null) await Execute(server, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(Options.ConnectionString).Database} WITH (FORCE)");
    }

    static async Task Execute(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
