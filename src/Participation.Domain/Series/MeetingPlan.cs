using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Series;

/// <summary>What staff say of one meeting.</summary>
/// <param name="Last">The last day of several; empty for one day.</param>
/// <param name="Starts">On each of its days.</param>
/// <param name="Places">0: nobody need sign up.</param>
/// <param name="TakenOver">前回から引き継いだこと: what this meeting took over from the last.</param>
/// <param name="Workshops">Codes of the workshops that were held in it.</param>
public sealed record MeetingPlan(
    string? Title, DateOnly? First, DateOnly? Last, TimeOnly? Starts, TimeOnly? Ends, string? Venue, int? Places, string? TakenOver = null, IReadOnlyList<string>? Workshops = null)
{
    public const int VenueAtMost = 120;
    public const int PlacesAtMost = 2000;
    public const int TakenOverAtMost = 2000;
    public const int WorkshopsAtMost = 20;
    public const int DaysAtMost = 7;

    /// <summary>The same with every text as it is kept; all that is wrong with it at once.</summary>
    internal Outcome<MeetingPlan> Read()
    {
        var faults = new List<Fault>();
        string Taken(Outcome<string> text)
        {
            if (text.Refused) faults.AddRange(text.Why.Faults);
            return text.Refused ? "" : text.Value;
        }
        var plan = this with
        {
            Title = Taken(NoteText.Of(Title, WorkshopSeries.TitleAtMost, "title")),
            Venue = Taken(NoteText.Of(Venue, VenueAtMost, "venue")),
            TakenOver = Taken(SeriesText.Optional(TakenOver, TakenOverAtMost, "takenOver")),
            Last = Last ?? First, Workshops = [.. (Workshops ?? []).Distinct()],
        };
        faults.AddRange(DayFaults(First, Last));
        if (Starts is null) faults.Add(new("starts", "required"));
        if (Ends is null) faults.Add(new("ends", "required"));
        else if (Ends <= Starts) faults.Add(new("ends", "window-reversed"));
        if (Places is null or < 0 or > PlacesAtMost) faults.Add(new("places", "number-range", 0, PlacesAtMost));
        if (plan.Workshops.Count > WorkshopsAtMost) faults.Add(new("workshops", "list-too-long", WorkshopsAtMost));
        return faults.Count > 0 ? Refusal.Invalid(faults) : plan;
    }

    internal static IEnumerable<Fault> DayFaults(DateOnly? first, DateOnly? last)
    {
        if (first is not { } from) yield return new("first", "required");
        else if (last < from) yield return new("last", "window-reversed");
        else if (last > from.AddDays(DaysAtMost - 1)) yield return new("last", "meeting-too-long", DaysAtMost);
    }
}
