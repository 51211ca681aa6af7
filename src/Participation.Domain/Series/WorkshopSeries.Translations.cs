using Participation.Domain.Outcomes;
using Participation.Domain.Wording;

namespace Participation.Domain.Series;

/// <summary>A series in other languages. What its meetings say is known by its words: said once wherever it stands, and no longer once they are others.</summary>
public sealed partial class WorkshopSeries
{
    /// <summary>Of <see cref="Sayable"/>; of words that a meeting has changed, until the series changes next.</summary>
    public IReadOnlyList<Translation> Translations { get; private set; } = [];

    /// <summary>What can be said again in other languages.</summary>
    public IReadOnlyDictionary<string, string> Sayable => new Dictionary<string, string>(meetings.SelectMany(WordsOf).Distinct())
    {
        ["title"] = Title, ["description"] = Description,
    };

    public static string MeetingField(string title) => $"meetings[{title}]";

    public static string VenueField(string venue) => $"venues[{venue}]";

    public static string TakenOverField(string takenOver) => $"takenOver[{takenOver}]";

    /// <summary>Of a day that was put off, or of a meeting that was called off.</summary>
    public static string ReasonField(string reason) => $"reasons[{reason}]";

    /// <summary>Says it in other languages; what was said before in them is no longer said.</summary>
    public Outcome<Done> Translate(IReadOnlyList<Translation> translations, DateTimeOffset now)
    {
        var faults = Wording.Translations.Check(translations, Sayable).ToList();
        if (faults.Count > 0) return Refusal.Invalid(faults);
        Translations = translations;
        Changed("series.translated", now);
        return Done.It;
    }

    static IEnumerable<KeyValuePair<string, string>> WordsOf(SeriesMeeting meeting)
    {
        yield return KeyValuePair.Create(MeetingField(meeting.Title), meeting.Title);
        yield return KeyValuePair.Create(VenueField(meeting.Venue), meeting.Venue);
        if (meeting.TakenOver.Length > 0) yield return KeyValuePair.Create(TakenOverField(meeting.TakenOver), meeting.TakenOver);
        foreach (var reason in meeting.Moves.Select(m => m.Reason).Append(meeting.CancelReason).Where(r => r.Length > 0)) yield return KeyValuePair.Create(ReasonField(reason), reason);
    }
}
