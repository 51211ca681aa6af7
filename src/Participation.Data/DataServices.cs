using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Data.Engines;
using Participation.Data.Live;
using Participation.Data.Writing;

namespace Participation.Data;

public static class DataServices
{
    /// <summary>Reading contexts by factory, the write lane, the signal. Scoped contexts are bound by the application.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, DatabaseOptions database)
    {
        if (database.Provider is DatabaseProvider.Sqlite) SqliteNative.PreferSystemLibrary();
        services.AddSingleton(database);
        services.AddPooledDbContextFactory<AppDbContext>(options => options.UseForReading(database));
        services.AddSingleton<LiveSignal>();
        services.AddSingleton<RowWriterFactory>();
        services.AddSingleton<WriterConnection>(database.Provider is DatabaseProvider.Postgres
            ? new PostgresWriter(database)
            : new SqliteWriter(database));
        services.AddSingleton<WriteLane>();
        services.AddSingleton<Engines.NodeTurns>();
        services.AddSingleton<Consultations.SubmissionIntake>();
        services.AddSingleton<Search.SearchIndex>();
        services.AddSingleton<Grouping.Arrivals>();
        services.AddSingleton<Audit.AuditTrail>();
        services.AddHostedService(provider => provider.GetRequiredService<WriteLane>());
        services.AddHostedService<ForeignCommits>();
        return services;
    }
}
