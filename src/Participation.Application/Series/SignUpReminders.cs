using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participation.Application.Following;
using Participation.Application.Health;
using Participation.Data;
using Participation.Data.Writing;
using Participation.Domain.Series;
using Participation.Domain.Time;

namespace Participation.Application.Series;

/// <summary>When reminders go out (docs/settings.md, Workshops:*).</summary>
public sealed record WorkshopOptions
{
    /// <summary>Days before a meeting; 0 for none.</summary>
    public int ReminderDays { get; init; } = 1;
}

/// <summary>
/// Every hour reminds those who have a place in a meeting that is near. That it was done is saved with the letter, whose key the
/// database takes once: nobody is reminded twice, and of a meeting that moved they are reminded anew.
/// </summary>
public sealed partial class SignUpReminders(
    IDbContextFactory<AppDbContext> contexts, IServiceScopeFactory scopes, WriteLane lane, WorkshopOptions options, JobBoard jobs, TimeProvider clock, ILogger<SignUpReminders> log)
    : BackgroundService, IJob
{
    const int AtOnce = 100;

    static readonly TimeSpan Round = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await jobs.Run(Name, RunOnce, stoppingToken);
            }
            // Who was not reminded is found by the next round.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(fault);
            }
            await Task.Delay(Round, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public JobName Name => JobName.Reminders;

    public TimeSpan? Rests => Round;

    public Task RunOnce(CancellationToken ct) => RemindDue(ct);

    /// <returns>How many were reminded.</returns>
    public async Task<int> RemindDue(CancellationToken ct)
    {
        if (options.ReminderDays is 0) return 0;
        await using var scope = scopes.CreateAsyncScope();
        var letters = scope.ServiceProvider.GetRequiredService<SignUpLetters>();
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Bind(lane, () => "reminders");
        var now = clock.GetUtcNow();
        var today = JapanTime.DayOf(now, JapanTime.Zone);
        var until = today.AddDays(options.ReminderDays);
        var near = await db.SeriesMeetings.AsNoTracking().Include(m => m.Series)
            .Where(m => m.Series.PublishedAt != null && m.State == MeetingState.Planned && m.First >= today && m.First <= until).OrderBy(m => m.Id).ToListAsync(ct);
        var reminded = 0;
        foreach (var meeting in near.Where(m => now < m.StartsAt)) reminded += await Remind(db, letters, meeting, ct);
        return reminded;
    }

    async Task<int> Remind(AppDbContext db, SignUpLetters letters, SeriesMeeting meeting, CancellationToken ct)
    {
        // Whoever got their place since then has just read of the day.
        var since = JapanTime.StartOfDay(meeting.First.AddDays(-options.ReminderDays), JapanTime.Zone);
        var reminded = 0;
        while (true)
        {
            var due = await db.SignUps.Where(s => s.MeetingId == meeting.Id && s.Status == SignUpStatus.Confirmed && s.ConfirmedAt < since && (s.RemindedFor == null || s.RemindedFor != meeting.First))
                .OrderBy(s => s.Turn).Take(AtOnce).ToListAsync(ct);
            if (due.Count is 0) return reminded;
            foreach (var signUp in due)
            {
                signUp.Remind(meeting.First);
                if (await letters.Write("signup-reminder", $"signup-reminder:{signUp.Id:N}:{meeting.First:yyyyMMdd}", signUp, meeting, ct) is not { } mail) continue;
                db.Add(mail);
                reminded++;
            }
            // Another node was quicker: what it left is found by the next round.
            if (!await db.SaveUnlessQuicker(ct)) return reminded;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Participants could not be reminded; trying again")]
    partial void LogFault(Exception fault);
}
