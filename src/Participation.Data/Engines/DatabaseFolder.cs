using Microsoft.Data.Sqlite;

namespace Participation.Data.Engines;

/// <summary>The folder whose disk must not run full: the database's own, or, where a server has that, the program's.</summary>
public static class DatabaseFolder
{
    public static string Of(DatabaseOptions database) => database.Provider is DatabaseProvider.Sqlite
        ? Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource))!
        : AppContext.BaseDirectory;
}
