using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Mail;
using Participation.Domain.Series;

namespace Participation.Application.Series;

/// <summary>What changes of a meeting come to for those who signed up; saved with the change.</summary>
sealed class MeetingDesk(AppDbContext db, SignUpLetters letters, TimeProvider clock)
{
    /// <summary>Those who wait, in order.</summary>
    public Task<List<SignUp>> Waiting(SeriesMeeting meeting, CancellationToken ct) =>
        db.SignUps.Where(s => s.MeetingId == meeting.Id && s.Status == SignUpStatus.Waiting).OrderBy(s => s.Turn).ToListAsync(ct);

    public async Task MoveUp(SeriesMeeting meeting, CancellationToken ct)
    {
        if (meeting.Waiting > 0) await TellMovedUp(meeting, meeting.MoveUp(await Waiting(meeting, ct), clock.GetUtcNow()), ct);
    }

    public async Task TellMovedUp(SeriesMeeting meeting, IReadOnlyList<SignUp> moved, CancellationToken ct)
    {
        foreach (var signUp in moved) Add(await letters.Write("signup-moved-up", $"signup-moved-up:{signUp.Id:N}", signUp, meeting, ct));
    }

    /// <summary>It was moved, postponed or cancelled: everybody who stands in its list hears of it once, those who wait too.</summary>
    public async Task TellChange(SeriesMeeting meeting, CancellationToken ct)
    {
        var (letter, reason) = meeting.State switch
        {
            MeetingState.Cancelled => ("signup-cancelled", meeting.CancelReason),
            MeetingState.Postponed => ("signup-postponed", meeting.Moves[^1].Reason),
            _ => ("signup-moved", meeting.Moves[^1].Reason),
        };
        await TellAll(meeting, letter, reason, ct);
    }

    /// <summary>It is on the same day at another place or hour.</summary>
    public Task TellElsewhere(SeriesMeeting meeting, CancellationToken ct) => TellAll(meeting, "signup-elsewhere", "", ct);

    async Task TellAll(SeriesMeeting meeting, string letter, string reason, CancellationToken ct)
    {
        var standing = await db.SignUps.AsNoTracking().Where(s => s.MeetingId == meeting.Id && s.Status != SignUpStatus.Withdrawn).OrderBy(s => s.Turn).ToListAsync(ct);
        foreach (var signUp in standing) Add(await letters.Write(letter, $"{letter}:{signUp.Id:N}:{meeting.Sequence}", signUp, meeting, ct, reason));
    }

    void Add(OutgoingMail? mail)
    {
        if (mail is not null) db.Add(mail);
    }
}
