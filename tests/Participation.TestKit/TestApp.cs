using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Application;
using Participation.Application.Consultations;
using Participation.Application.Live;
using Participation.Application.People;
using Participation.Application.Sites;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Data.Live;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.TestKit;

/// <summary>The application on a real database: tests send it real requests, as whoever they like.</summary>
public sealed class TestApp : IAsyncDisposable
{
    public static readonly Caller Staff = new()
    {
        ActorId = "staff-1", UserId = "staff-1", Roles = new HashSet<string> { Roles.Staff },
    };

    readonly TestDatabase? database;
    readonly ServiceProvider services;

    readonly IDataProtectionProvider keys;

    TestApp(TestDatabase? database, DatabaseOptions options, ServiceProvider services, IDataProtectionProvider keys, TestClock clock) =>
        (this.database, Database, this.services, this.keys, Clock) = (database, options, services, keys, clock);

    public TestClock Clock { get; }

    public IServiceProvider Services => services;

    public DatabaseOptions Database { get; }

    /// <summary>Starts at noon of 2026-01-05 in Tokyo: inside Kamaishi's window.</summary>
    /// <param name="keys">The key ring; one of its own when nothing is said.</param>
    public static async Task<TestApp> Start(DatabaseProvider provider, IDataProtectionProvider? keys = null)
    {
        var database = await TestDatabase.Create(provider);
        await Migrator.MigrateAsync(database.Options, CancellationToken.None);
        return await Start(database, database.Options, keys ?? new EphemeralDataProtectionProvider(), new TestClock(new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.FromHours(9))));
    }

    /// <summary>Another node, or another process, on the same database.</summary>
    /// <param name="with">Another key ring than this one's.</param>
    public Task<TestApp> Join(IDataProtectionProvider? with = null) => Start(null, Database, with ?? keys, Clock);

    static async Task<TestApp> Start(TestDatabase? database, DatabaseOptions options, IDataProtectionProvider keys, TestClock clock)
    {
        Commands.Listen();
        var services = new ServiceCollection()
            .AddLogging(log => log.SetMinimumLevel(LogLevel.Warning))
            .AddSingleton<TimeProvider>(clock)
            .AddData(options)
            .AddApplication()
            .AddScans(new Data.Ledger.ScanOptions(Path.Combine(Path.GetTempPath(), "participation-scans", Guid.NewGuid().ToString("N"))))
            .AddSingleton(new SiteAddress(() => new Uri("https://sanka.example.jp")))
            .AddSingleton(keys)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        foreach (var hosted in services.GetServices<IHostedService>()) await hosted.StartAsync(CancellationToken.None);
        await services.GetRequiredService<LiveTail>().Started;
        return new(database, options, services, keys, clock);
    }

    /// <summary>Sends a request as an anonymous visitor, or as <paramref name="caller"/>.</summary>
    public async Task<Outcome<T>> Send<T>(IRequest<Outcome<T>> request, Caller? caller = null)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = caller ?? Caller.Anonymous;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Waits until this node has heard of everything that was committed: from then on it forgets nothing more of its own accord.</summary>
    public async Task HearAll()
    {
        var tail = services.GetRequiredService<LiveTail>();
        var heads = await With(db => db.Set<StreamHead>().AsNoTracking().Where(h => h.Stream != StreamHead.Audit).ToListAsync());
        await Wait.Until(() => heads.All(head => tail.HeadOf(head.Stream) >= head.Sequence));
    }

    /// <summary>Works with a context of its own, which may save.</summary>
    public async Task<T> With<T>(Func<AppDbContext, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    /// <summary>Announces a consultation with Kamaishi's window (12/25-1/23) under a new slug.</summary>
    public async Task<string> Announce(Func<AnnounceConsultation, AnnounceConsultation>? change = null)
    {
        var settings = new AnnounceConsultation
        {
            Slug = $"c-{Guid.NewGuid():N}", Title = "後期基本計画（案）", Opens = "2025-12-25", Closes = "2026-01-23",
        };
        settings = change?.Invoke(settings) ?? settings;
        var announced = await Send(settings, Staff);
        return announced.Value.Slug;
    }

    /// <summary>Submits one opinion and expects it to be taken in.</summary>
    public async Task<Receipt> Submit(string slug, string text = "よい案です。", string? key = null) =>
        (await Send(new SubmitOpinions(slug, Sender.Anonymous, [new OpinionDraft(text)]) { Key = key })).Value;

    /// <summary>Stops what this node does by itself: a migration has the database to itself, as when a new version is put in.</summary>
    public async Task StopWorking()
    {
        foreach (var hosted in services.GetServices<IHostedService>().Reverse()) await hosted.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopWorking();
        var scans = services.GetRequiredService<Data.Ledger.ScanOptions>().Folder;
        await services.DisposeAsync();
        if (Directory.Exists(scans)) Directory.Delete(scans, recursive: true);
        if (database is not null) await database.DisposeAsync();
    }
}
