using Participation.Domain.Outcomes;

namespace Participation.Domain.Following;

/// <summary>
/// An account wants to be told of what happens to a thing. What somebody is interested in is theirs: it goes into no audit trail,
/// and is gone when they stop.
/// </summary>
public sealed class Follow
{
    /// <summary>More than anybody reads; less than a program would like to follow.</summary>
    public const int AtMost = 500;

    Follow() { }

    public Follow(string userId, Followed thing, Cadence cadence, DateTimeOffset now) => (UserId, Thing, Cadence, Since) = (userId, thing.ToString(), cadence, now);

    public string UserId { get; private set; } = "";

    /// <summary>A <see cref="Followed"/>.</summary>
    public string Thing { get; private set; } = "";

    public Cadence Cadence { get; private set; }

    /// <summary>They are told of what happens from then on.</summary>
    public DateTimeOffset Since { get; private set; }

    public void Change(Cadence cadence) => Cadence = cadence;

    /// <param name="others">How many things the account follows already.</param>
    public static Outcome<Follow> Begin(string userId, Followed thing, Cadence cadence, int others, DateTimeOffset now) =>
        others >= AtMost ? Refusal.Conflict("follows-too-many", AtMost) : new Follow(userId, thing, cadence, now);
}
