using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Participation.Application.Health;

static class JobServices
{
    /// <summary>Runs it with the program and puts it on the administrators' list. It is a singleton already.</summary>
    public static IServiceCollection AddJob<T>(this IServiceCollection services) where T : class, IJob, IHostedService => services
        .AddHostedService(provider => provider.GetRequiredService<T>())
        .AddSingleton<IJob>(provider => provider.GetRequiredService<T>());
}
