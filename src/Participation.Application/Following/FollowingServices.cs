using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participation.Application.Health;
using Participation.Application.Live;

namespace Participation.Application.Following;

static class FollowingServices
{
    public static IServiceCollection AddFollowing(this IServiceCollection services)
    {
        // One line for each kind of thing that can be followed.
        services.AddSingleton<IFollowable, ConsultationFollowable>();
        services.AddSingleton<IFollowable, SpaceFollowable>();
        services.AddSingleton<IFollowable, PersonFollowable>();
        services.AddSingleton<Followables>();
        services.TryAddSingleton(new NoticeOptions());
        services.AddSingleton<UnsubscribeLinks>();
        services.AddSingleton<NoticeLetters>();
        services.AddSingleton<HappeningFinder>();
        services.AddSingleton<Telling>();
        services.AddSingleton<DigestWriter>();
        services.AddSingleton<NoticeTeller>();
        services.AddSingleton<ILiveListener>(provider => provider.GetRequiredService<NoticeTeller>());
        services.AddJob<NoticeTeller>();
        return services;
    }
}
