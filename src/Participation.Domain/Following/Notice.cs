namespace Participation.Domain.Following;

/// <summary>Somebody is told of a happening. One for each, whichever of the things that they follow it belongs to.</summary>
public sealed class Notice
{
    Notice() { }

    /// <param name="soonest">The soonest cadence among what they follow that it belongs to.</param>
    public Notice(string userId, long happeningId, Cadence soonest, DateTimeOffset now)
    {
        (UserId, HappeningId, At) = (userId, happeningId, now);
        Digest = soonest is Cadence.Daily or Cadence.Weekly ? soonest : null;
    }

    public string UserId { get; private set; } = "";
    public long HappeningId { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>The digest that it waits for.</summary>
    public Cadence? Digest { get; private set; }

    public void Read(DateTimeOffset now) => ReadAt ??= now;

    /// <summary>It stands in a digest, or its reader wants none any more.</summary>
    public void Leave() => Digest = null;
}
