using Microsoft.Extensions.DependencyInjection;

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
        return services;
    }
}
