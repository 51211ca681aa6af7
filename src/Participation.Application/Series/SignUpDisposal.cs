using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Series;
using Participation.Domain.Time;

namespace Participation.Application.Series;

/// <summary>Puts away who signed up, some time after the meeting. How many came stays.</summary>
public static class SignUpDisposal
{
    const int AtOnce = 500;

    /// <returns>How many names went.</returns>
    public static async Task<int> RemoveDue(AppDbContext db, int months, DateTimeOffset now, CancellationToken ct)
    {
        var over = JapanTime.DayOf(now, JapanTime.Zone).AddMonths(-months);
        var changed = now.AddMonths(-months);
        // What was put off counts from the last time that somebody touched it: it may still be held.
        var meetings = await db.SeriesMeetings.AsNoTracking()
            .Where(m => m.Last < over && (m.State != MeetingState.Postponed || m.ChangedAt < changed) && db.SignUps.Any(s => s.MeetingId == m.Id && s.Sealed != null))
            .OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct);
        var removed = 0;
        foreach (var id in meetings)
            while (await db.SignUps.Where(s => s.MeetingId == id && s.Sealed != null).OrderBy(s => s.Id).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } some)
            {
                var meeting = await db.SeriesMeetings.Include(m => m.Series).SingleAsync(m => m.Id == id, ct);
                foreach (var signUp in some) signUp.Forget();
                meeting.NoteForgotten(some.Count, months);
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
                removed += some.Count;
            }
        return removed;
    }
}
