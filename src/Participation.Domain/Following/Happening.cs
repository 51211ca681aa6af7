namespace Participation.Domain.Following;

/// <summary>
/// Something that followers are told of, once. Its key says what it is, so that however often the log is read again, and by however
/// many, there is one of it. It holds no words: they are read when somebody is told.
/// </summary>
public sealed class Happening
{
    Happening() { }

    /// <param name="kind">Of <see cref="HappeningKinds"/>.</param>
    /// <param name="about">What it happened to.</param>
    /// <param name="which">Tells it from others of its kind that happen to the same thing; empty when there can be one.</param>
    /// <param name="within">What that belongs to, whose followers hear of it too.</param>
    public Happening(string kind, Followed about, DateTimeOffset at, string which = "", Followed? within = null)
    {
        (Kind, About, Within, At, Which) = (kind, about.ToString(), within?.ToString(), at, which);
        Key = which is "" ? $"{about}/{kind}" : $"{about}/{kind}/{which}";
    }

    public long Id { get; private set; }
    public string Key { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public string About { get; private set; } = "";
    public string? Within { get; private set; }
    public string Which { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>The last account, in the order of ids, that was told; empty when none was.</summary>
    public string ToldTo { get; private set; } = "";

    /// <summary>Everybody who follows was told.</summary>
    public bool Told { get; private set; }

    /// <summary>Notes how far its telling has come.</summary>
    public void Tell(string lastAccount) => ToldTo = lastAccount;

    public void Finish() => Told = true;
}

/// <summary>Kinds of happenings; mail and pages have words for each.</summary>
public static class HappeningKinds
{
    public const string Announced = "announced", Opened = "opened", ClosesSoon = "closes-soon", Closed = "closed", Published = "published";
    public const string PhaseBegan = "phase-began", Seated = "seated", SeriesAnnounced = "series-announced", MeetingAnnounced = "meeting-announced";

    public static readonly IReadOnlyList<string> All = [Announced, Opened, ClosesSoon, Closed, Published, PhaseBegan, Seated, SeriesAnnounced, MeetingAnnounced];
}
