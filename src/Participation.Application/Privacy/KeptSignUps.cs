using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.People;
using Participation.Application.Series;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Consultations;
using Participation.Domain.Series;

namespace Participation.Application.Privacy;

/// <summary>
/// Their sign-ups for workshops. Those name no account: the mailbox is what tells whose they are, so whoever has not shown that it is
/// theirs gets none. They outlive the account, by their letters: others count on the places.
/// </summary>
sealed class KeptSignUps(AppDbContext db, SignUpSeal seal, AccountSeal accounts) : IKept
{
    public string Name => "signUps";

    public IReadOnlyList<Type> Of => [typeof(SignUp)];

    public async Task<object> Read(User person, CancellationToken ct)
    {
        var own = new List<Signed>();
        if (!person.EmailConfirmed || accounts.Open(person) is not { Unreadable: false } owner) return own;
        var mailbox = await seal.KeyOf(owner.Email, ct);
        // One that was taken back has given its key up, so that the mailbox may sign up anew: only the seal says whose it was.
        var maybe = db.SignUps.AsNoTracking().Include(s => s.Meeting.Series)
            .Where(s => s.ActiveKey == mailbox || (s.Status == SignUpStatus.Withdrawn && s.Sealed != null)).OrderBy(s => s.Id);
        await foreach (var signUp in maybe.AsAsyncEnumerable().WithCancellation(ct))
        {
            var who = seal.Open(signUp)?.Who;
            if (signUp.ActiveKey is null && (who?.Email is not { } email || SenderFolds.Email(email) != SenderFolds.Email(owner.Email))) continue;
            var meeting = signUp.Meeting;
            own.Add(new(signUp.Number.Value, meeting.Series.Title, meeting.Title, meeting.First, meeting.Last, meeting.Venue, signUp.Status, signUp.ReceivedAt, signUp.WithdrawnAt, signUp.Came, who));
        }
        return own;
    }

    sealed record Signed(
        string ReceiptNumber, string Series, string Meeting, DateOnly First, DateOnly Last, string Venue, SignUpStatus Status,
        DateTimeOffset ReceivedAt, DateTimeOffset? WithdrawnAt, bool? Came, Participant? Participant);
}
