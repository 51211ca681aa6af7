using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participation.Application.Health;

namespace Participation.Application.Series;

static class SeriesServices
{
    public static IServiceCollection AddSeries(this IServiceCollection services)
    {
        services.AddSingleton<SignUpSeal>();
        services.AddSingleton<MeetingTurns>();
        services.AddScoped<SignUpLetters>();
        services.AddScoped<MeetingDesk>();
        services.AddScoped<SignUpDesk>();
        services.AddScoped<SignUpLists>();
        services.TryAddSingleton(new WorkshopOptions());
        services.AddSingleton<SignUpReminders>();
        services.AddJob<SignUpReminders>();
        return services;
    }
}
