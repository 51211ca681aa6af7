using Microsoft.EntityFrameworkCore.Design;
using Participation.Data;
using Participation.Data.Engines;

namespace Participation.Migrations.Postgres;

/// <summary>For <c>tools/add-migration</c>: the model decides, no database is opened.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args) =>
        DatabaseFactory.ForMigrating(new DatabaseOptions(DatabaseProvider.Postgres, "Host=localhost;Database=design"));
}
