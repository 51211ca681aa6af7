using Participation.Application.People;
using Participation.Data.Engines;
using Participation.Data.Writing;
using Participation.Domain.People;
using Participation.Web.Hosting;

namespace Participation.Web.Verbs;

/// <summary>Runs a verb in the operator's name, without listening to anybody.</summary>
static class VerbHost
{
    public static async Task<int> Run(Verb verb, string[] args)
    {
        var arguments = new VerbArguments(args, verb.Usage);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. args.Where(a => a.Contains(':', StringComparison.Ordinal))], ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        var settings = Settings.From(builder.Configuration, builder.Environment);
        builder.AddParticipation(settings);
        await using var app = builder.Build();
        if (verb.Migrates) await Migrator.MigrateAsync(settings.Database, CancellationToken.None);
        var lane = app.Services.GetRequiredService<WriteLane>();
        await lane.StartAsync(CancellationToken.None);
        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CallerScope>().Current = Caller.Operator;
            await verb.Run(new(scope.ServiceProvider, settings, arguments, CancellationToken.None));
            return 0;
        }
        finally
        {
            await lane.StopAsync(CancellationToken.None);
        }
    }
}
