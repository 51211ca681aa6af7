using Participation.Application.Live;
using Participation.Web.Hosting;

namespace Participation.Web.Seeding;

/// <summary>
/// Loads the seeds before anybody is served: the web server starts after every other hosted service. Registered last, as seeds go
/// through what the others run.
/// </summary>
sealed class SeedAtStart(IServiceProvider services, Settings settings, LiveTail tail) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await tail.Started;
        await Seeder.Load(services, settings.Seeds, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
