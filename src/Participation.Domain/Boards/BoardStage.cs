namespace Participation.Domain.Boards;

/// <summary>What a session is at. They come in any order, and again.</summary>
public enum BoardStage
{
    /// <summary>Notes are written, and nobody but their writer sees them until the facilitator goes on.</summary>
    CollectHidden,
    /// <summary>Notes are written before everybody's eyes.</summary>
    Collect,
    /// <summary>The notes are looked at together.</summary>
    Reveal,
    /// <summary>Like is put to like.</summary>
    Cluster,
    /// <summary>Dots are given; how many each has is shown once voting is over.</summary>
    Vote,
    Discuss,
    Decide,
    Thank,
}

/// <summary>What somebody with a seat can do to a board.</summary>
public enum SeatDeed
{
    /// <summary>Write a note, mend one's own, take it back.</summary>
    Write,
    /// <summary>Put a note elsewhere.</summary>
    Move,
    /// <summary>Stack notes and name the stack.</summary>
    Cluster,
    /// <summary>Give a dot, take it back.</summary>
    Dot,
    /// <summary>Say that one would ask a question too, take it back.</summary>
    Support,
}

/// <summary>What seats may do when. The facilitator may always.</summary>
public static class BoardStages
{
    public static bool Allows(this BoardStage stage, SeatDeed deed) => deed switch
    {
        SeatDeed.Write => stage is BoardStage.CollectHidden or BoardStage.Collect or BoardStage.Cluster,
        SeatDeed.Move => stage is BoardStage.CollectHidden or BoardStage.Collect or BoardStage.Cluster,
        SeatDeed.Cluster => stage is BoardStage.Cluster,
        SeatDeed.Dot => stage is BoardStage.Vote,
        // Questions are sent and supported at the same time; not in the dark, where nobody sees what they would support.
        SeatDeed.Support => stage is BoardStage.Collect or BoardStage.Cluster or BoardStage.Vote,
        _ => false,
    };
}
