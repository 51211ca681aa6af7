using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.Time;

namespace Participation.Domain.Series;

/// <summary>Places, counted here alone: whoever changes a sign-up changes the meeting's version with it, so two never take one place.</summary>
public sealed partial class SeriesMeeting
{
    public const int WaitingAtMost = 500;

    /// <summary>Why nobody can sign up now; null when they can.</summary>
    /// <param name="byStaff">They write down who comes unasked, as long as the day lasts.</param>
    public Refusal? ForbidsSignUp(DateTimeOffset now, bool byStaff = false) =>
        State is MeetingState.Cancelled ? Refusal.Conflict("meeting-cancelled")
        : State is MeetingState.Postponed ? Refusal.Conflict("meeting-postponed")
        : now >= (byStaff ? JapanTime.StartOfDay(Last.AddDays(1), JapanTime.Zone) : StartsAt) ? Refusal.Conflict("meeting-over")
        : !TakesSignUps ? Refusal.Conflict("meeting-free")
        : Waiting >= WaitingAtMost ? Refusal.Conflict("waiting-list-full")
        : null;

    /// <summary>A place while there are enough, else a turn in the waiting list; nobody passes those who wait.</summary>
    public Outcome<SignUp> SignUp(ReceiptNumber number, byte[] secretHash, Participant participant, SealedParticipant kept, string? language, string? takenBy, DateTimeOffset now)
    {
        if (ForbidsSignUp(now, takenBy is not null) is { } why) return why;
        var signUp = new SignUp(this, ++Turns, number, secretHash, participant.People, kept, language, takenBy, now);
        if (Free >= signUp.People) Seat(signUp, now);
        else Waiting++;
        Counted(takenBy is null ? null : "signup.taken", number);
        return signUp;
    }

    /// <summary>Takes a sign-up back.</summary>
    /// <param name="waiting">Those who wait, whole and in order of their turns.</param>
    /// <returns>Those who moved up, to be told after the commit.</returns>
    public Outcome<IReadOnlyList<SignUp>> Withdraw(SignUp signUp, IReadOnlyList<SignUp> waiting, bool byStaff, DateTimeOffset now)
    {
        if (signUp.Status is SignUpStatus.Withdrawn) return Refusal.Conflict("already-withdrawn");
        if (!byStaff && StandingAt(now) is MeetingStanding.Held) return Refusal.Conflict("meeting-over");
        if (signUp.Status is SignUpStatus.Confirmed) Taken -= signUp.People;
        else Waiting--;
        signUp.Leave(now);
        Counted(byStaff ? "signup.withdrawn" : null, signUp.Number);
        return Outcome<IReadOnlyList<SignUp>>.Of(MoveUp([.. waiting.Where(w => w != signUp)], now));
    }

    /// <summary>Gives free places to those who wait, in order: the first who needs more than there are holds the others up, or would never come in.</summary>
    public IReadOnlyList<SignUp> MoveUp(IReadOnlyList<SignUp> waiting, DateTimeOffset now)
    {
        var moved = new List<SignUp>();
        if (ForbidsSignUp(now) is { Code: not "waiting-list-full" }) return moved;
        foreach (var next in waiting.OrderBy(w => w.Turn).TakeWhile(next => Places - Taken >= next.People))
        {
            Waiting--;
            Seat(next, now);
            moved.Add(next);
        }
        if (moved.Count > 0) Version++;
        return moved;
    }

    /// <summary>Writes down who came.</summary>
    public Outcome<Done> NoteAttendance(IReadOnlyList<SignUp> all, IReadOnlySet<Guid> came, DateTimeOffset now)
    {
        if (State is not MeetingState.Planned) return Refusal.Conflict("meeting-not-held");
        if (JapanTime.DayOf(now, JapanTime.Zone) < First) return Refusal.Conflict("meeting-not-begun");
        foreach (var signUp in all.Where(s => s.Status is not SignUpStatus.Withdrawn)) signUp.Attend(came.Contains(signUp.Id));
        Version++;
        Log("series.attendance-noted", Subject);
        return Done.It;
    }

    /// <summary>Notes that names and addresses of so many went, in the same commit.</summary>
    public void NoteForgotten(int removed, int months) => Log("signups.disposed", Subject, $$"""{"removed":{{removed}},"months":{{months}}}""");

    void Seat(SignUp signUp, DateTimeOffset now)
    {
        Taken += signUp.People;
        signUp.Confirm(now);
    }

    /// <param name="act">What staff did; what people do for themselves stands in no trail, where it would bear a name.</param>
    void Counted(string? act, ReceiptNumber number)
    {
        Version++;
        if (act is not null) Log(act, Subject, $$"""{"number":"{{number}}"}""");
        TellSpace();
    }
}
