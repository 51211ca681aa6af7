using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Application.Health;
using Participation.Application.Mail;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.Engines;
using Participation.Data.Writing;

namespace Participation.Application.Consultations;

/// <summary>Seals at start what was kept in clear before there were seals, and says when the keys of what is sealed are not here.</summary>
public sealed partial class SenderSealing(
    IDbContextFactory<AppDbContext> contexts, WriteLane lane, SenderSeal seal, LettersInClear letters, AccountSealing accounts, DatabaseOptions database, JobBoard jobs,
    ILogger<SenderSealing> log) : BackgroundService, IJob
{
    const int AtOnce = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await jobs.Run(Name, RunOnce, stoppingToken);
            if (!await Opens(stoppingToken)) LogNoKeys();
        }
        // What was not sealed is found by the next start.
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            LogFault(fault);
        }
    }

    public JobName Name => JobName.Sealing;

    /// <summary>At the start; after that nothing comes in clear.</summary>
    public TimeSpan? Rests => null;

    public Task RunOnce(CancellationToken ct) => SealAll(ct);

    /// <returns>How many were sealed; none when all were before.</returns>
    public async Task<int> SealAll(CancellationToken ct)
    {
        var done = 0;
        while (await SealSome(ct) is > 0 and var some) done += some;
        await MarkAll(ct);
        while (await SealLetters(ct) is > 0 and var some) done += some;
        while (await accounts.SealSome(ct) is > 0 and var some) done += some;
        // Until then the file still holds what was overwritten.
        if (done > 0) await Sweep.Run(database, ct);
        return done;
    }

    /// <summary>The oldest and the newest sender and account can be read: the key ring is the one that they were sealed with.</summary>
    public async Task<bool> Opens(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // Ids begin with the instant.
        var kept = db.Contacts.AsNoTracking().Where(k => k.Sealed != null);
        byte[]?[] ends =
        [
            await kept.OrderBy(k => k.SubmissionId).Select(k => k.Sealed).FirstOrDefaultAsync(ct),
            await kept.OrderByDescending(k => k.SubmissionId).Select(k => k.Sealed).FirstOrDefaultAsync(ct),
        ];
        return ends.All(end => end is null || seal.Opens(end)) && await accounts.Opens(ct);
    }

    async Task<int> SealSome(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Bind(lane, () => "sealing");
        var clear = await db.Submissions.Include(s => s.Contact).Where(s => s.Contact != null && s.Contact.Sealed == null)
            .OrderBy(s => s.Contact!.SubmissionId).Take(AtOnce).ToListAsync(ct);
        foreach (var submission in clear)
            submission.Contact!.Seal((await seal.Seal(submission.Number, seal.Open(submission), ct))!);
        await db.SaveChangesAsync(ct);
        return clear.Count;
    }

    /// <summary>Gives those their print that were sealed before there were any. It changes no seal.</summary>
    async Task MarkAll(CancellationToken ct)
    {
        for (var after = Guid.Empty; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            db.Bind(lane, () => "sealing");
            var page = await db.Contacts.Where(k => k.Print == null && k.Sealed != null && k.SubmissionId.CompareTo(after) > 0)
                .OrderBy(k => k.SubmissionId).Take(AtOnce).ToListAsync(ct);
            if (page.Count is 0) return;
            foreach (var contact in page)
                if (await seal.PrintOf(contact, ct) is { } print) contact.Mark(print);
            await db.SaveChangesAsync(ct);
            after = page[^1].SubmissionId;
        }
    }

    async Task<int> SealLetters(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Bind(lane, () => "sealing");
        return await letters.SealSome(db, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Senders, accounts and letters kept in clear could not be sealed; trying again at the next start")]
    partial void LogFault(Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Names and addresses of senders or accounts can't be read: the key ring is not the one they were sealed with. Put back the folder of the keys from a backup (docs/settings.md)")]
    partial void LogNoKeys();
}
