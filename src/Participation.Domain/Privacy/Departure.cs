using System.Text.Json;

namespace Participation.Domain.Privacy;

/// <summary>What becomes of the words of somebody who deletes their account.</summary>
public enum Leaving
{
    /// <summary>They stay, without a name.</summary>
    KeepWords,
    /// <summary>Those that may be taken back are; the others stay, without a name.</summary>
    Withdraw,
}

/// <summary>
/// アカウントの削除: that somebody deleted their account and what they chose; ids and counts alone, because the person is gone. It is
/// written down before anything goes: the tables let no contact go that is not in it.
/// </summary>
public sealed class Departure : Aggregate
{
    readonly List<ReleasedSender> released = [];

    Departure() { }

    /// <param name="submissions">Those whose contacts go with the account.</param>
    public Departure(string account, Leaving words, IEnumerable<Guid> submissions, DateTimeOffset now)
    {
        (Id, Account, Words, BegunAt) = (Guid.CreateVersion7(now), account, words, now);
        released.AddRange(submissions.Select(submission => new ReleasedSender(submission, Id)));
        Log("account.departure-begun", Subject);
    }

    public Guid Id { get; private set; }

    /// <summary>The id of the account that was.</summary>
    public string Account { get; private set; } = "";

    public Leaving Words { get; private set; }
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>Null when it was cut off or refused, and the account still stands.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many contacts went with it.</summary>
    public int Senders { get; private set; }

    /// <summary>How many submissions were taken back.</summary>
    public int Withdrawn { get; private set; }

    public IReadOnlyList<ReleasedSender> Released => released;

    /// <summary>In the same commit as the account goes.</summary>
    public void End(int senders, int withdrawn, DateTimeOffset now)
    {
        (Senders, Withdrawn, EndedAt) = (senders, withdrawn, now);
        Log("account.deleted", Subject, JsonSerializer.Serialize(new { words = Words.ToString(), senders, withdrawn }));
    }

    string Subject => $"account:{Account}";
}

/// <summary>A submission whose contact its sender wants removed.</summary>
public sealed record ReleasedSender(Guid SubmissionId, Guid DepartureId);
