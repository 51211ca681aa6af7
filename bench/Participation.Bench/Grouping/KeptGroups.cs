using System.Diagnostics;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Application;
using Participation.Application.Grouping;
using Participation.Application.People;
using Participation.Bench.Running;
using Participation.Data;
using Participation.Data.Consultations;
using Participation.Data.Engines;
using Participation.Data.Grouping;
using Participation.Data.Live;
using Participation.Data.Writing;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Bench.Grouping;

/// <summary>The same comments as a town receives them: in its database, and put into groups there as they arrive.</summary>
static class KeptGroups
{
    const int AtOnce = 1_000, Late = 400;

    public static async Task Measure(IReadOnlyList<string> comments, IReadOnlyList<string> late)
    {
        using var folder = new TempFolder();
        var database = new DatabaseOptions(DatabaseProvider.Sqlite, $"Data Source={folder.File("town.db")}");
        await Migrator.MigrateAsync(database, CancellationToken.None);
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddData(database).AddApplication().BuildServiceProvider();
        var lane = services.GetServices<IHostedService>().OfType<WriteLane>().Single();
        await lane.StartAsync(CancellationToken.None);
        var town = await Town.Announce(services);
        foreach (var some in comments.Chunk(AtOnce)) await town.Receive(some);

        var grouper = Grouper(services);
        Print.Figure("group-kept-time", await Time(() => grouper.CatchUp(0, CancellationToken.None)) / 1000, "s");
        await town.Receive(late.Take(1));
        grouper = Grouper(services);
        Print.Figure("group-kept-warming", await Time(() => grouper.CatchUp(0, CancellationToken.None)) / 1000, "s");
        var times = new List<double>();
        foreach (var text in late.Skip(1).Take(Late))
        {
            await town.Receive([text]);
            times.Add(await Time(() => grouper.CatchUp(0, CancellationToken.None)));
        }
        times.Sort();
        Print.Figure("group-kept-arriving-p50", times[times.Count / 2], "ms");
        Print.Figure("group-kept-arriving-p99", times[times.Count * 99 / 100], "ms");
        await Ask(services, new ListGroups(Town.Slug));
        Print.Figure("group-kept-list", await Time(() => Ask(services, new ListGroups(Town.Slug))), "ms");
        Print.Figure("group-kept-ungrouped", await Time(() => Ask(services, new ListUngrouped(Town.Slug))), "ms");
        await lane.StopAsync(CancellationToken.None);
    }

    static async Task Ask<T>(IServiceProvider services, IRequest<Outcome<T>> request)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = Caller.Operator;
        _ = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request)).Value;
    }

    /// <summary>One that knows nothing yet, as after a start.</summary>
    static ArrivalGrouper Grouper(IServiceProvider services) => new(
        services.GetRequiredService<IDbContextFactory<AppDbContext>>(), services.GetRequiredService<LiveSignal>(), services.GetRequiredService<Arrivals>(),
        TimeProvider.System, services.GetRequiredService<ILogger<ArrivalGrouper>>());

    static async Task<double> Time(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>A call for opinions, and its way in.</summary>
    sealed class Town(Consultation consultation, SubmissionIntake intake)
    {
        public const string Slug = "national-call";

        static readonly DateTimeOffset Now = new(2026, 1, 5, 12, 0, 0, TimeSpan.FromHours(9));

        public static async Task<Town> Announce(IServiceProvider services)
        {
            var window = Window.OfDays(new(2025, 12, 25), new(2026, 1, 23), Domain.Time.JapanTime.Zone)!;
            var announced = Consultation.Announce(new() { Slug = Slug, Title = "全国の意見募集", Window = window }, Now).Value;
            await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
            db.Bind(services.GetRequiredService<WriteLane>(), () => "bench");
            db.Add(announced);
            await db.SaveChangesAsync();
            return new(announced, services.GetRequiredService<SubmissionIntake>());
        }

        public async Task Receive(IEnumerable<string> texts)
        {
            var received = texts.Select(text => Submission.Receive(
                consultation, ReceiptNumber.New(), new byte[32], new(Channel.Web, Now), SubmissionStatus.Accepted, Sender.Anonymous, [(new OpinionDraft(text), null)], null)).ToList();
            await intake.Receive(received, "bench", KeyClaim.Of("bench", Guid.NewGuid().ToString(), []), CancellationToken.None);
        }
    }
}
