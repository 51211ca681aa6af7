using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Application.Following;
using Participation.Application.Health;
using Participation.Data;
using Participation.Data.Writing;

namespace Participation.Application.Sealing;

/// <summary>
/// Every day seals anew what an old key sealed, some thousands of each kind, so that the old key can be revoked when nothing needs it
/// (docs/adr/0018-sealed-senders.md). What was done is not found again: a round that was cut off, or was full, goes on with the next.
/// </summary>
public sealed partial class Resealing : BackgroundService, IJob
{
    const int AtOnce = 500;

    public const int OneRound = 20_000;

    static readonly TimeSpan Round = TimeSpan.FromDays(1);

    readonly IDbContextFactory<AppDbContext> contexts;
    readonly WriteLane lane;
    readonly IReadOnlyList<ISealedThings> kinds;
    readonly IDataProtectionProvider protection;
    readonly JobBoard jobs;
    readonly TimeProvider clock;
    readonly ILogger<Resealing> log;

    internal Resealing(
        IDbContextFactory<AppDbContext> contexts, WriteLane lane, IEnumerable<ISealedThings> kinds, IDataProtectionProvider protection, JobBoard jobs,
        TimeProvider clock, ILogger<Resealing> log) =>
        (this.contexts, this.lane, this.kinds, this.protection, this.jobs, this.clock, this.log) = (contexts, lane, [.. kinds], protection, jobs, clock, log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await jobs.Run(Name, RunOnce, stoppingToken);
            }
            // What was not sealed anew is found by the next round.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
            }
            await Task.Delay(Round, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public JobName Name => JobName.Resealing;

    public TimeSpan? Rests => Round;

    public Task RunOnce(CancellationToken ct) => ResealDue(ct);

    /// <returns>How many were sealed anew.</returns>
    public async Task<int> ResealDue(CancellationToken ct, int oneRound = OneRound)
    {
        var (newest, done) = (SealKey.Newest(protection), 0);
        foreach (var kind in kinds) done += await Reseal(kind, newest, oneRound, ct);
        if (done > 0) LogDone(done);
        return done;
    }

    public static bool IsNewest(Guid key, IDataProtectionProvider protection) => SealKey.Newest(protection).Id.AsSpan().SequenceEqual(new SealKey(key).Id);

    /// <returns>By kind, how many an old key still is needed for; those of which there are none are left out.</returns>
    public async Task<IReadOnlyDictionary<string, int>> NeedsOf(Guid key, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var needs = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var kind in kinds)
            if (await kind.CountOf(db, new(key), ct) is > 0 and var count) needs[kind.Name] = count;
        return needs;
    }

    async Task<int> Reseal(ISealedThings kind, SealKey newest, int atMost, CancellationToken ct)
    {
        var (done, stay) = (0, 0);
        while (done < atMost)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            db.Bind(lane, () => "sealing");
            var some = await kind.Reseal(db, newest, stay, Math.Min(AtOnce, atMost - done), ct);
            // Somebody changed one of them meanwhile: the next round finds the rest.
            if (some.Looked is 0 || !await db.SaveUnlessQuicker(ct)) break;
            (done, stay) = (done + some.Anew, stay + some.Stay);
        }
        return done;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} things that an old key had sealed are sealed anew")]
    partial void LogDone(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What an old key sealed could not be sealed anew; trying again")]
    partial void LogFault(Exception fault);
}
