using Participation.Domain.Live;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Mail;

/// <summary>
/// One mail to one person, saved together with the act that it tells of. It is taken before anybody speaks to the mail server and
/// marked after, so nothing is sent twice; what was cut off in between is for a person to decide, because nobody knows whether it went.
/// </summary>
public sealed class OutgoingMail : Aggregate
{
    /// <summary>The stream that says there is something to send; it carries no words of it.</summary>
    public const string Stream = "mail";

    /// <summary>Tries before it is set aside: the last one more than a day after the first.</summary>
    public const int TriesAtMost = 9;

    static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);

    /// <summary>Longer than any conversation with a mail server.</summary>
    static readonly TimeSpan Conversation = TimeSpan.FromMinutes(10);

    OutgoingMail() { }

    /// <param name="key">What it tells whom of: a second mail with the same key is refused by the database.</param>
    public OutgoingMail(string key, SealedLetter letter, DateTimeOffset now)
    {
        (Id, Key, Sealed, ToKey, QueuedAt, DueAt) = (Guid.CreateVersion7(now), key, letter.Sealed, letter.ToKey, now, now);
        Tell(Stream, "queued", $$"""{"mail":"{{Id}}"}""");
    }

    public Guid Id { get; private set; }
    public string Key { get; private set; } = "";

    /// <summary>Whom it is for and what it says; null once it has gone, and in a row from before letters were sealed.</summary>
    public byte[]? Sealed { get; private set; }

    /// <summary>By which what waits for somebody is found.</summary>
    public byte[]? ToKey { get; private set; }

    /// <summary>In clear, as these four columns held it before; since it is sealed, they are empty.</summary>
    public string To { get; private set; } = "";

    public string Subject { get; private set; } = "";
    public string Body { get; private set; } = "";
    public string? Unsubscribe { get; private set; }

    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>When to look at it next: to try, or, while it is being sent, to find it cut off.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public int Tries { get; private set; }
    public MailStatus Status { get; private set; }

    /// <summary>A code, never the server's words: they repeat the address.</summary>
    public string? Fault { get; private set; }

    /// <summary>Seals a row from before.</summary>
    public void Seal(SealedLetter letter)
    {
        Empty();
        (Sealed, ToKey) = (letter.Sealed, letter.ToKey);
    }

    /// <summary>The same, sealed with another key.</summary>
    public void SealAnew(byte[] letter) => Sealed = letter;

    /// <summary>Takes it to be sent; the one who saves this first sends it.</summary>
    /// <returns>False when it is not to be sent: a try of it was cut off.</returns>
    public bool Take(DateTimeOffset now)
    {
        if (Status is MailStatus.Sending)
        {
            SetAside("interrupted");
            return false;
        }
        (Status, Tries, DueAt) = (MailStatus.Sending, Tries + 1, now + Conversation);
        return true;
    }

    /// <summary>The server has it. Whom it went to and what it said (a link that opens an account) is no longer kept.</summary>
    /// <param name="mayReturn">What comes back is read: until it would have, the hash of the address stays.</param>
    public void MarkSent(bool mayReturn = false)
    {
        var to = ToKey;
        (Status, DueAt, Fault) = (MailStatus.Sent, null, null);
        Empty();
        if (mayReturn) ToKey = to;
    }

    /// <summary>It came back.</summary>
    /// <param name="report">Whom it was for, and what the remote server said.</param>
    public void Return(SealedLetter report, string fault)
    {
        Seal(report);
        (Status, Fault) = (MailStatus.Returned, fault);
        Log("mail.returned", Named);
    }

    /// <summary>Nothing comes back of it any more.</summary>
    public void ForgetMailbox() => ToKey = null;

    /// <summary>The server did not take it now.</summary>
    public void TryLater(string fault, DateTimeOffset now)
    {
        if (Tries >= TriesAtMost)
        {
            SetAside(fault);
            return;
        }
        (Status, Fault, DueAt) = (MailStatus.Waiting, fault, now + FirstPause * Math.Pow(2, Tries - 1));
    }

    /// <summary>再送する: a person has looked at why it was set aside, and it is tried as if it were new.</summary>
    public Outcome<Done> TryAgain(DateTimeOffset now)
    {
        if (Status is not MailStatus.SetAside) return Refusal.Conflict("mail-not-set-aside");
        (Status, Tries, Fault, DueAt) = (MailStatus.Waiting, 0, null, now);
        Log("mail.tried-again", Named);
        Tell(Stream, "queued", $$"""{"mail":"{{Id}}"}""");
        return Done.It;
    }

    /// <summary>破棄する: nobody will send it, and whom it was for and what it said are no longer kept.</summary>
    public Outcome<Done> Discard()
    {
        if (Status is not (MailStatus.SetAside or MailStatus.Returned)) return Refusal.Conflict("mail-not-set-aside");
        Status = MailStatus.Discarded;
        Empty();
        Log("mail.discarded", Named);
        return Done.It;
    }

    /// <summary>Whom it is for deletes their account: what has not gone does not go.</summary>
    public void ForgetWhom()
    {
        Key = $"forgotten:{Id}";
        Empty();
        // What is on its way is marked by whoever sends it.
        if (Status is MailStatus.Waiting or MailStatus.SetAside or MailStatus.Returned) (Status, DueAt) = (MailStatus.Discarded, null);
    }

    void Empty() => (Sealed, ToKey, To, Subject, Body, Unsubscribe) = (null, null, "", "", "", null);

    string Named => $"mail:{Id}";

    /// <summary>Nobody tries again by itself.</summary>
    public void SetAside(string fault) => (Status, Fault, DueAt) = (MailStatus.SetAside, fault, null);
}

public enum MailStatus
{
    Waiting,
    Sending,
    Sent,
    /// <summary>The dead-letter list.</summary>
    SetAside,
    Discarded,
    /// <summary>It went, and came back: on the same list, to be discarded.</summary>
    Returned,
}
