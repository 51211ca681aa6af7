using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Application.Health;
using Participation.Data;
using Participation.Data.Live;
using Participation.Data.Writing;
using Participation.Domain.Mail;

namespace Participation.Application.Mail;

/// <summary>Sends what is due: at once after the commit that queued it, later what the server did not take.</summary>
public sealed partial class MailSender(
    IDbContextFactory<AppDbContext> contexts, WriteLane lane, LiveSignal signal, LetterSeal seal, LettersInClear clear, MailCarrier carrier, MailOptions options, JobBoard jobs,
    TimeProvider clock, ILogger<MailSender> log) : BackgroundService, IJob
{
    const int AtOnce = 50;

    /// <summary>A burst of commits is one look.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>How often it looks for what has become due, or was cut off on a node that is no more.</summary>
    static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.GoesSomewhere)
        {
            LogNowhere();
            return;
        }
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = signal.Next;
            try
            {
                await jobs.Run(Name, RunOnce, stoppingToken);
            }
            // The town hall goes on without mail; what was not marked is found by the next round.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
                await Task.Delay(Round, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.WhenAny(rung, Task.Delay(Round, clock, stoppingToken));
        }
    }

    public JobName Name => JobName.Mail;

    public TimeSpan? Rests => Round;

    public async Task RunOnce(CancellationToken ct)
    {
        while (options.GoesSomewhere && await SendDue(ct) is AtOnce) { }
    }

    /// <returns>How many were due.</returns>
    public async Task<int> SendDue(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Bind(lane, () => OutgoingMail.Stream);
        var now = clock.GetUtcNow();
        var due = await db.OutgoingMails.Where(m => m.DueAt != null && m.DueAt <= now).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var mail in due)
        {
            ct.ThrowIfCancellationRequested();
            await Send(db, mail);
            db.Entry(mail).State = EntityState.Detached;
        }
        return due.Count;
    }

    async Task Send(AppDbContext db, OutgoingMail mail)
    {
        await clear.SealOne(mail, CancellationToken.None);
        var taken = mail.Take(clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node has it.
            return;
        }
        if (!taken) return;
        // Not cut off by a shutdown: it ends by its own patience.
        var trouble = seal.Open(mail) is { } letter ? await carrier.Carry(mail.Id, letter, CancellationToken.None) : new("key-gone", Again: false);
        if (trouble is null) mail.MarkSent(mayReturn: options.ReturnedFolder is not null);
        else if (trouble.Again) mail.TryLater(trouble.Fault, clock.GetUtcNow());
        else mail.SetAside(trouble.Fault);
        await db.SaveChangesAsync(CancellationToken.None);
        if (mail.Status is MailStatus.SetAside) LogSetAside(mail.Id, mail.Fault);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Neither Mail:Host nor Mail:Folder is set; mail waits")]
    partial void LogNowhere();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail could not be looked at; trying again")]
    partial void LogFault(Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Mail} was set aside: {Fault}")]
    partial void LogSetAside(Guid mail, string? fault);
}
