namespace Participation.Domain.Boards;

/// <summary>What a facilitator does at the console.</summary>
public enum ConsoleDeed
{
    Stage,
    Timer,
    Pause,
    Lock,
    Decide,
    Publish,
    Hide,
    Mute,
    Park,
    Answer,
    Spotlight,
    /// <summary>Notes from paper.</summary>
    TypeIn,
    /// <summary>A suggested cluster taken.</summary>
    Stack,
}

/// <summary>An act of a facilitator: what was before, what was after. It can be taken back for as long as that still stands.</summary>
public sealed class ConsoleStep
{
    /// <summary>So many are looked at on the console, the latest first.</summary>
    public const int ShownAtMost = 10;

    ConsoleStep() { }

    internal ConsoleStep(int sessionId, ConsoleDeed deed, string by, string before, string after, IReadOnlyList<Guid> notes, DateTimeOffset at) =>
        (SessionId, Deed, By, Before, After, Notes, At) = (sessionId, deed, by, before, after, notes, at);

    /// <summary>In the order they were done.</summary>
    public int Id { get; private set; }


    public int SessionId { get; private set; }
    public ConsoleDeed Deed { get; private set; }
    public string By { get; private set; } = "";

    /// <summary>As <see cref="WorkshopSession.Reads"/> says it.</summary>
    public string Before { get; private set; } = "";

    public string After { get; private set; } = "";

    /// <summary>The notes it was done to; none where it was done to the session.</summary>
    public IReadOnlyList<Guid> Notes { get; private set; } = [];

    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? UndoneAt { get; internal set; }
}
