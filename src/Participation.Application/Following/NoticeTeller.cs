using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Application.Health;
using Participation.Application.Live;
using Participation.Data;
using Participation.Data.Writing;

namespace Participation.Application.Following;

/// <summary>
/// Tells followers: soon after something was committed that concerns them, and every minute what the clock brought. Whatever is cut
/// off, a restart goes on with (docs/adr/0019-following.md).
/// </summary>
public sealed partial class NoticeTeller(
    IDbContextFactory<AppDbContext> contexts, WriteLane lane, HappeningFinder finder, Telling telling, DigestWriter digests, JobBoard jobs,
    TimeProvider clock, ILogger<NoticeTeller> log) : BackgroundService, ILiveListener, IJob
{
    static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    TaskCompletionSource rung = New();

    /// <summary>Opinions ring every other bell by the hundred; here they are passed by.</summary>
    public Task Hear(string stream, IReadOnlyList<StreamEvent> events, CancellationToken ct)
    {
        if (events.Any(e => finder.MayTell(e.Kind))) Volatile.Read(ref rung).TrySetResult();
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Interlocked.Exchange(ref rung, New());
            try
            {
                await jobs.Run(Name, RunOnce, stoppingToken);
            }
            // The town hall goes on; what was not told is told by the next round.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
                await Task.Delay(Round, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            await Task.WhenAny(Volatile.Read(ref rung).Task, Task.Delay(Round, clock, stoppingToken));
        }
    }

    public JobName Name => JobName.Notices;

    public TimeSpan? Rests => Round;

    public Task RunOnce(CancellationToken ct) => TellDue(ct);

    /// <summary>Finds what happened, tells those who follow, and writes the digests that are due.</summary>
    public async Task TellDue(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Bind(lane, () => "notices");
        await finder.Look(db, ct);
        await telling.TellAll(db, ct);
        await digests.WriteDue(db, ct);
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Followers could not be told; trying again")]
    partial void LogFault(Exception fault);
}
