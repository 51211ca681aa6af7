using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Application.Following;
using Participation.Application.Health;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.Writing;
using Participation.Domain.Mail;

namespace Participation.Application.Mail;

/// <summary>
/// Reads what comes back, from the Maildir that the city's mail server delivers it to. A report counts when it quotes a letter of ours and
/// names whom that was for; whatever else lies there is put aside unread (docs/adr/0019-following.md).
/// </summary>
public sealed partial class ReturnedMail(
    IDbContextFactory<AppDbContext> contexts, WriteLane lane, LetterSeal seal, AccountSeal accounts, MailOptions options, JobBoard jobs, TimeProvider clock,
    ILogger<ReturnedMail> log) : BackgroundService, IJob
{
    public const string AsideFolder = "aside";

    const int AtOnce = 200;

    static readonly string[] Folders = ["new", "cur"];

    static readonly TimeSpan Round = TimeSpan.FromMinutes(5);

    /// <summary>Servers give up after five days at the latest, as a rule.</summary>
    public static readonly TimeSpan ComesBackWithin = TimeSpan.FromDays(14);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await jobs.Run(Name, RunOnce, stoppingToken);
            }
            // What was not read lies there for the next round.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
            }
            await Task.Delay(Round, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public JobName Name => JobName.ReturnedMail;

    public TimeSpan? Rests => Round;

    public async Task RunOnce(CancellationToken ct)
    {
        foreach (var file in Waiting())
        {
            try
            {
                var taken = await DeliveryReports.Read(file, ct) is { } report ? await Take(report, ct) : false;
                if (taken is true) file.Delete();
                else if (taken is false) PutAside(file);
            }
            catch (FileNotFoundException)
            {
                // Another node reads the same folder, and was quicker.
            }
        }
        await ForgetMailboxes(ct);
    }

    /// <summary>A Maildir's letters are whole as soon as they can be seen.</summary>
    List<FileInfo> Waiting() => [.. Folders.Select(name => new DirectoryInfo(Path.Combine(options.ReturnedFolder!, name)))
        .Where(folder => folder.Exists).SelectMany(folder => folder.EnumerateFiles()).Take(AtOnce)];

    void PutAside(FileInfo file)
    {
        var aside = Directory.CreateDirectory(Path.Combine(options.ReturnedFolder!, AsideFolder));
        file.MoveTo(Path.Combine(aside.FullName, file.Name), overwrite: true);
        LogAside();
    }

    /// <returns>False when it is about no letter of ours; null when it was quicker than whoever sends the letter, or another node is at it.</returns>
    async Task<bool?> Take(DeliveryReport report, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Bind(lane, () => OutgoingMail.Stream);
        var mail = await db.OutgoingMails.SingleOrDefaultAsync(m => m.Id == report.Mail, ct);
        if (mail?.Status is MailStatus.Returned) return true;
        if (mail?.Status is MailStatus.Sending) return null;
        if (mail is not { Status: MailStatus.Sent, ToKey: { } mailbox }) return false;
        // Only late.
        if (report.Failed.Count is 0) return true;
        foreach (var failed in report.Failed)
            foreach (var address in failed.Recipients)
            {
                // Whoever sends us reports can't stop mail to somebody else.
                if (!(await seal.KeyOf(address, ct)).AsSpan().SequenceEqual(mailbox)) continue;
                mail.Return(await seal.Seal(mail.Key, new(address, report.Subject, failed.Words), ct), failed.Fault);
                if (failed.IsOfAddress) await Stop(db, address, ct);
                return await db.SaveUnlessQuicker(ct) ? true : null;
            }
        return false;
    }

    async Task Stop(AppDbContext db, string address, CancellationToken ct)
    {
        var keys = await accounts.KeysOf(address, ct);
        if (await db.Users.SingleOrDefaultAsync(u => keys.Contains(u.NormalizedEmail), ct) is { } person) person.MailReturnedAt ??= clock.GetUtcNow();
    }

    async Task ForgetMailboxes(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Bind(lane, () => OutgoingMail.Stream);
        var over = clock.GetUtcNow() - ComesBackWithin;
        // The last try of a letter may be a day after it was queued.
        var sent = await db.OutgoingMails.Where(m => m.Status == MailStatus.Sent && m.ToKey != null && m.QueuedAt < over).OrderBy(m => m.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var mail in sent) mail.ForgetMailbox();
        await db.SaveUnlessQuicker(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Returned mail could not be read; trying again")]
    partial void LogFault(Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is no report about a letter of ours was put aside in the folder of returned mail")]
    partial void LogAside();
}
