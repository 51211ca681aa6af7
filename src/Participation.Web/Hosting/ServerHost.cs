using Microsoft.AspNetCore.Connections;
using Participation.Data.Engines;
using Participation.Web.Seeding;

namespace Participation.Web.Hosting;

/// <summary>Somebody else listens there already.</summary>
sealed class AddressInUseException(string message, Exception why) : Exception(message, why);

/// <summary>The program as a server.</summary>
static class ServerHost
{
    public static async Task<int> Run(string[] args)
    {
        await using var app = await Start(args);
        Greeting.Print(app);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Builds, migrates, seeds and listens; tests host the program so too.</summary>
    public static async Task<WebApplication> Start(string[] args)
    {
        var app = Build(args);
        var settings = app.Services.GetRequiredService<Settings>();
        await Migrator.MigrateAsync(settings.Database, CancellationToken.None);
        try
        {
            await app.StartAsync();
        }
        catch (IOException why) when (why.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new AddressInUseException($"{why.Message} Stop the other program, or choose another address: --Urls http://localhost:5081", why);
        }
        return app;
    }

    static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(ServerHost).Assembly.GetName().Name,
        });
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(AppSetup.DefaultUrl);
        builder.AddParticipation(Settings.From(builder.Configuration, builder.Environment));
        builder.Services.AddHostedService<SeedAtStart>();
        var app = builder.Build();
        app.UseParticipation();
        return app;
    }
}
