using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Following;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.Writing;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.Series;

namespace Participation.Application.Series;

/// <summary>
/// Takes sign-ups in and back, one after another. Staff who move the meeting meanwhile wait for no turn: its version tells, and the
/// desk looks again. So places are counted once, however many press the button at the same moment.
/// </summary>
sealed class SignUpDesk(AppDbContext db, MeetingDesk desk, MeetingTurns turns, ReceiptSecrets secrets, SignUpSeal seal, SignUpLetters letters, TimeProvider clock)
{
    const int Tries = 20;

    /// <summary>Nobody can fill another's mailbox: one letter in this time. The one that went is still good.</summary>
    static readonly TimeSpan OneIn = TimeSpan.FromMinutes(5);

    /// <param name="takenBy">Staff who do it for somebody; null when they do it themselves.</param>
    /// <returns>The receipt's number. Whoever signs up themselves is not shown it: a mailbox that stands in the list already gets the same answer, and a letter.</returns>
    public async Task<Outcome<string>> SignUp(string slug, int number, Participant who, string? language, KeyClaim claim, string? takenBy, CancellationToken ct)
    {
        await using var turn = await turns.Take(slug, number, ct);
        for (var i = 0; i < Tries; i++)
        {
            if (await db.IdempotencyKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Key == claim.Key, ct) is { } earlier)
                return earlier.Body == claim.Body ? earlier.Answer! : Refusal.KeyReused;
            var meeting = await db.SeriesMeetings.Include(m => m.Series).SingleOrDefaultAsync(m => m.Series.Slug == slug && m.Number == number && m.Series.PublishedAt != null, ct);
            if (meeting is null) return Refusal.NotFound;
            var now = clock.GetUtcNow();
            if (meeting.ForbidsSignUp(now, takenBy is not null) is { } why) return why;
            var receipt = ReceiptNumber.New();
            var secret = await secrets.For(claim, receipt, ct);
            var kept = await seal.Seal(receipt, secret, who, ct);
            var answer = receipt.Value;
            if (kept.MailKey is { } mailbox && await db.SignUps.AsNoTracking().SingleOrDefaultAsync(s => s.MeetingId == meeting.Id && s.ActiveKey == mailbox, ct) is { } stands)
            {
                if (takenBy is not null) return Refusal.Invalid("email", "signed-up-already");
                await TellAgain(meeting, stands, mailbox, now, ct);
            }
            else
            {
                var taken = meeting.SignUp(receipt, ReceiptSecrets.Hash(secret), who, kept, language, takenBy, now);
                if (taken.Refused) return taken.Why;
                db.Add(taken.Value);
                var letter = taken.Value.Status is SignUpStatus.Confirmed ? "signup-confirmed" : "signup-waiting";
                if (await letters.Write(letter, $"{letter}:{taken.Value.Id:N}", taken.Value, meeting, ct) is { } mail) db.Add(mail);
            }
            db.Add(new IdempotencyKey(claim, now, answer));
            if (await db.SaveUnlessQuicker(ct)) return answer;
        }
        return Refusal.ChangedMeanwhile;
    }

    /// <param name="find">The one sign-up, already narrowed to whoever may take it back.</param>
    public async Task<Outcome<Done>> Withdraw(IQueryable<SignUp> find, bool byStaff, CancellationToken ct)
    {
        if (await find.Select(s => new { s.Meeting.Series.Slug, s.Meeting.Number }).SingleOrDefaultAsync(ct) is not { } where) return Refusal.NotFound;
        await using var turn = await turns.Take(where.Slug, where.Number, ct);
        for (var i = 0; i < Tries; i++)
        {
            var signUp = await find.Include(s => s.Meeting).ThenInclude(m => m.Series).SingleAsync(ct);
            var meeting = signUp.Meeting;
            var moved = meeting.Withdraw(signUp, await desk.Waiting(meeting, ct), byStaff, clock.GetUtcNow());
            if (moved.Refused) return moved.Why;
            if (await letters.Write("signup-withdrawn", $"signup-withdrawn:{signUp.Id:N}", signUp, meeting, ct) is { } mail) db.Add(mail);
            await desk.TellMovedUp(meeting, moved.Value, ct);
            if (await db.SaveUnlessQuicker(ct)) return Done.It;
        }
        return Refusal.ChangedMeanwhile;
    }

    async Task TellAgain(SeriesMeeting meeting, SignUp stands, byte[] mailbox, DateTimeOffset now, CancellationToken ct)
    {
        var key = $"signup-again:{AccountPost.Marked(mailbox)}:{meeting.Id}:{now.Ticks / OneIn.Ticks}";
        if (await db.OutgoingMails.AnyAsync(m => m.Key == key, ct)) return;
        if (await letters.Write("signup-again", key, stands, meeting, ct) is { } mail) db.Add(mail);
    }
}
