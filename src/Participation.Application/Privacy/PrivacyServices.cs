using Microsoft.Extensions.DependencyInjection;

namespace Participation.Application.Privacy;

static class PrivacyServices
{
    /// <summary>In the order in which their owner reads them.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddScoped<IKept, KeptAccount>()
        .AddScoped<IKept, KeptOpinions>()
        .AddScoped<IKept, KeptSignUps>()
        .AddScoped<IKept, KeptStanding>()
        .AddScoped<IKept, KeptRoles>()
        .AddScoped<IKept, KeptOffice>()
        .AddScoped<IKept, KeptTokens>()
        .AddScoped<IKept, KeptReports>()
        .AddScoped<IKept, KeptFollowing>()
        .AddScoped<IKept, KeptMail>();
}
