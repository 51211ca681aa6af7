using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Application.Eligibility;
using Participation.Application.Health;
using Participation.Application.Ledger;
using Participation.Application.Series;
using Participation.Data;
using Participation.Data.Writing;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Retention;

namespace Participation.Application.Retention;

/// <summary>Every day removes the names and addresses of senders whose time is over, and the scans of their paper, which show both; nothing else of the ledger goes.</summary>
public sealed partial class SenderDisposal(
    IDbContextFactory<AppDbContext> contexts, WriteLane lane, SealedScans scans, RetentionOptions options,
    JobBoard jobs, TimeProvider clock, ILogger<SenderDisposal> log) : BackgroundService, IJob
{
    const int AtOnce = 500;

    static readonly TimeSpan Round = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await jobs.Run(Name, RunOnce, stoppingToken);
            }
            // What was not removed is found by the next round.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
            }
            await Task.Delay(Round, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public JobName Name => JobName.Retention;

    public TimeSpan? Rests => Round;

    public bool ByHand => false;

    public Task RunOnce(CancellationToken ct) => RemoveDue(ct);

    /// <returns>How many senders were removed.</returns>
    public async Task<int> RemoveDue(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Bind(lane, () => "retention");
        // A case whose disposal has begun is looked at again: what a stop cut off is finished.
        var kept = await db.Consultations.AsNoTracking()
            .Where(c => db.Submissions.Any(s => s.ConsultationId == c.Id
                && (db.Contacts.Any(k => k.SubmissionId == s.Id) || db.Scans.Any(k => k.SubmissionId == s.Id))))
            .ToListAsync(ct);
        await RemoveOver(db, ct);
        await ForgetLetters(db, ct);
        await SignUpDisposal.RemoveDue(db, options.SignUpMonths, clock.GetUtcNow(), ct);
        var removed = await RemoveReleased(db, ct);
        foreach (var consultation in kept) removed += await Remove(db, consultation, ct);
        return removed;
    }

    /// <summary>That somebody who left was known says nothing any more.</summary>
    async Task RemoveOver(AppDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        while (await db.Verifications.Where(v => v.UserId == null && v.Until <= now).OrderBy(v => v.Person).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } over)
        {
            db.RemoveRange(over);
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>A letter that nobody posted in time is asked for anew; its name and address are kept for nothing.</summary>
    async Task ForgetLetters(AppDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        while (await db.PostedCodes.Lapsed(now).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } lapsed)
        {
            foreach (var letter in lapsed) letter.Lapse();
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>Finishes what the deletion of an account was cut off from.</summary>
    async Task<int> RemoveReleased(AppDbContext db, CancellationToken ct)
    {
        while (await Remove(db, db.Scans.Where(k => db.ReleasedSenders.Any(r => r.SubmissionId == k.SubmissionId)), ct) > 0) await db.SaveChangesAsync(ct);
        var removed = 0;
        while (true)
        {
            var contacts = await db.Contacts.Where(k => db.ReleasedSenders.Any(r => r.SubmissionId == k.SubmissionId)).OrderBy(k => k.SubmissionId).Take(AtOnce).ToListAsync(ct);
            if (contacts.Count is 0) return removed;
            db.RemoveRange(contacts);
            await db.SaveChangesAsync(ct);
            removed += contacts.Count;
        }
    }

    async Task<int> Remove(AppDbContext db, Consultation consultation, CancellationToken ct)
    {
        var disposal = await db.Disposals.SingleOrDefaultAsync(d => d.ConsultationId == consultation.Id, ct);
        if (disposal is null)
        {
            disposal = Disposal.Begin(consultation, options.SenderMonths, clock.GetUtcNow());
            if (disposal is null) return 0;
            // Saved first: the table's guard asks for it.
            db.Add(disposal);
            await db.SaveChangesAsync(ct);
        }
        while (await Remove(db, db.Scans.Where(k => db.Submissions.Any(s => s.Id == k.SubmissionId && s.ConsultationId == consultation.Id)), ct) is > 0 and var papers)
        {
            disposal.NoteScans(papers, consultation);
            await db.SaveChangesAsync(ct);
        }
        var before = disposal.Removed;
        while (true)
        {
            var contacts = await db.Contacts.Where(k => db.Submissions.Any(s => s.Id == k.SubmissionId && s.ConsultationId == consultation.Id))
                .OrderBy(k => k.SubmissionId).Take(AtOnce).ToListAsync(ct);
            if (contacts.Count is 0) return disposal.Removed - before;
            db.RemoveRange(contacts);
            disposal.Note(contacts.Count, consultation, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>The files first: cut off in between, a row is left that says so, and not a picture that nobody knows of.</summary>
    /// <returns>How many are to be saved as removed.</returns>
    async Task<int> Remove(AppDbContext db, IQueryable<Scan> some, CancellationToken ct)
    {
        var found = await some.OrderBy(s => s.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var scan in found) scans.Remove(scan.File);
        db.RemoveRange(found);
        return found.Count;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Senders whose time is over could not be removed; trying again tomorrow")]
    partial void LogFault(Exception fault);
}
