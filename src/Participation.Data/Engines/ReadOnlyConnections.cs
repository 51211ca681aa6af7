using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Participation.Data.Engines;

/// <summary>SQLite's reading connections can't write, by mistake or otherwise: only the lane's can. PostgreSQL's are told so when they connect.</summary>
sealed class ReadOnlyConnections : DbConnectionInterceptor
{
    public static readonly ReadOnlyConnections Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    static void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA query_only=ON";
        command.ExecuteNonQuery();
    }
}
