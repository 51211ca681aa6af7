using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Participation.Application.Health;
using Participation.Data;
using Participation.Data.Writing;

namespace Participation.Application.Sealing;

static class SealingServices
{
    /// <summary>All that is kept sealed for long. What is not among them lasts for days at most (docs/adr/0018-sealed-senders.md).</summary>
    public static IServiceCollection AddResealing(this IServiceCollection services) => services
        .AddSingleton<ISealedThings, SealedSenders>()
        .AddSingleton<ISealedThings, SealedAccounts>()
        .AddSingleton<ISealedThings, SealedLetters>()
        .AddSingleton<ISealedThings, SealedSignUps>()
        .AddSingleton<ISealedThings, SealedApps>()
        .AddSingleton<ISealedThings, SealedCodes>()
        .AddSingleton<ISealedThings, SealedPersonKey>()
        .AddSingleton(provider => new Resealing(
            provider.GetRequiredService<IDbContextFactory<AppDbContext>>(), provider.GetRequiredService<WriteLane>(),
            [.. provider.GetServices<ISealedThings>(), .. Scans(provider)], provider.GetRequiredService<IDataProtectionProvider>(),
            provider.GetRequiredService<JobBoard>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Resealing>>()));

    static ISealedThings[] Scans(IServiceProvider provider) => provider.GetService<Ledger.SealedScans>() is { } scans ? [new SealedScanFiles(scans)] : [];
}
