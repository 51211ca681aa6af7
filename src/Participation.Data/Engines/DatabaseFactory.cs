using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Participation.Data.Engines;

/// <summary>Points a context at an engine, for reading or for migrating.</summary>
public static class DatabaseFactory
{
    /// <summary>With this switch a page of rows that were put in no order throws, where it is otherwise only warned of; tests set it.</summary>
    public const string OrderSwitch = "Participation.PagesNeedAnOrder";

    const string SqliteMigrations = "Participation.Migrations.Sqlite";
    const string PostgresMigrations = "Participation.Migrations.Postgres";

    /// <summary>For everything but migrating: connections that can't write.</summary>
    public static void UseForReading(this DbContextOptionsBuilder builder, DatabaseOptions database)
    {
        if (AppContext.TryGetSwitch(OrderSwitch, out var strict) && strict)
            builder.ConfigureWarnings(warnings => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        if (database.Provider is DatabaseProvider.Postgres)
        {
            var read = new NpgsqlConnectionStringBuilder(database.ConnectionString)
            {
                Options = "-c default_transaction_read_only=on", MaxAutoPrepare = 100, ApplicationName = "participation",
            };
            builder.UseNpgsql(read.ToString(), npgsql => npgsql.MigrationsAssembly(PostgresMigrations));
            return;
        }
        builder.UseSqlite(database.ConnectionString, sqlite => sqlite.MigrationsAssembly(SqliteMigrations))
            .AddInterceptors(ReadOnlyConnections.Instance);
    }

    /// <summary>For migrating and for design-time tools: the database's own rights.</summary>
    public static AppDbContext ForMigrating(DatabaseOptions database)
    {
        var builder = new DbContextOptionsBuilder<AppDbContext>();
        if (database.Provider is DatabaseProvider.Postgres)
            builder.UseNpgsql(database.ConnectionString, npgsql => npgsql.MigrationsAssembly(PostgresMigrations));
        else
        {
            SqliteNative.PreferSystemLibrary();
            var unpooled = new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false };
            builder.UseSqlite(unpooled.ToString(), sqlite => sqlite.MigrationsAssembly(SqliteMigrations));
        }
        return new AppDbContext(builder.Options);
    }
}
