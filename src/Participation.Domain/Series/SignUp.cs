using Participation.Domain.Consultations;

namespace Participation.Domain.Series;

/// <summary>申込み: somebody, alone or with companions, for one meeting. Who it is lies sealed, and goes some time after the meeting.</summary>
public sealed class SignUp
{
    SignUp() { }

    internal SignUp(SeriesMeeting meeting, int turn, ReceiptNumber number, byte[] secretHash, int people, SealedParticipant kept, string? language, string? takenBy, DateTimeOffset now) =>
        (Id, Meeting, MeetingId, Turn, Number, SecretHash, People, Sealed, ActiveKey, Language, TakenBy, ReceivedAt) =
        (Guid.CreateVersion7(now), meeting, meeting.Id, turn, number, secretHash, people, kept.Sealed, kept.MailKey, language, takenBy, now);

    public Guid Id { get; private set; }
    public int MeetingId { get; private set; }
    public SeriesMeeting Meeting { get; private set; } = null!;

    /// <summary>Its place in the order of arrival.</summary>
    public int Turn { get; private set; }

    public ReceiptNumber Number { get; private set; }
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>With companions.</summary>
    public int People { get; private set; }

    public SignUpStatus Status { get; private set; }

    /// <summary>The participant; null once it was put away.</summary>
    public byte[]? Sealed { get; private set; }

    /// <summary>Keyed hash of the mailbox while it is signed up: one mailbox has one at a time, which the database sees to.</summary>
    public byte[]? ActiveKey { get; private set; }

    /// <summary>The language they read.</summary>
    public string? Language { get; private set; }

    /// <summary>The account of staff who took it in at the counter or by telephone; null when they did it themselves.</summary>
    public string? TakenBy { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Whether they came; null while nobody has said.</summary>
    public bool? Came { get; private set; }

    /// <summary>The day that they were reminded of.</summary>
    public DateOnly? RemindedFor { get; private set; }

    public bool Stands => Status is not SignUpStatus.Withdrawn;

    internal void Confirm(DateTimeOffset now) => (Status, ConfirmedAt) = (SignUpStatus.Confirmed, now);

    internal void Leave(DateTimeOffset now) => (Status, WithdrawnAt, ActiveKey) = (SignUpStatus.Withdrawn, now, null);

    internal void Attend(bool came) => Came = came;

    public void Remind(DateOnly day) => RemindedFor = day;

    /// <summary>The same, sealed with another key.</summary>
    public void SealAnew(byte[] kept) => Sealed = kept;

    /// <summary>What says who it was goes; that somebody came stays and counts.</summary>
    public void Forget() => (Sealed, ActiveKey) = (null, null);
}

/// <summary>Waits until it has a place.</summary>
public enum SignUpStatus { Waiting, Confirmed, Withdrawn }

/// <param name="MailKey">Keyed hash of the mailbox; null when none was given.</param>
public sealed record SealedParticipant(byte[] Sealed, byte[]? MailKey);
