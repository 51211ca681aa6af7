using Microsoft.AspNetCore.SignalR;
using Participation.Application.Live;
using Participation.Application.People;
using Participation.Web.Boards;
using Participation.Web.People;

namespace Participation.Web.Live;

static class LiveServices
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSignalR(options =>
        {
            options.AddFilter<CallerFilter>();
            options.MaximumReceiveMessageSize = 8 * 1024;
            options.EnableDetailedErrors = false;
        });
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<HubLifetimeManager<LiveHub>>(provider => provider.GetRequiredService<LiveConnections>());
        services.AddSingleton<Watchers>();
        services.AddSingleton<SeatTurns>();
        services.AddSingleton<Writers>();
        services.AddSingleton<ILiveListener>(provider => provider.GetRequiredService<Watchers>());
        return services;
    }

    /// <summary>Each call on the hub has a scope of its own, which must know who asks.</summary>
    sealed class CallerFilter : IHubFilter
    {
        public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
        {
            var services = invocation.ServiceProvider;
            services.GetRequiredService<CallerScope>().Current = await CallerMiddleware.CallerOf(
                invocation.Context.User, services, http: null, invocation.Context.ConnectionAborted);
            return await next(invocation);
        }
    }
}
