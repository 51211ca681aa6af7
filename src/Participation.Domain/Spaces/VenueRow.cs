using System.Globalization;
using System.Text;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.Time;

namespace Participation.Domain.Spaces;

/// <summary>A row of an attendance table as somebody wrote it.</summary>
/// <param name="Line">Where in the file, the header being line 1; null for a form, whose fields are named instead.</param>
public sealed record VenueRow(int? Line, string? Group, string? Venue, string? Day, string? People)
{
    public const int NameAtMost = 100, PeopleAtMost = 100_000;

    /// <summary>The meeting; or the faults of a form's fields, of a file's row that it can't be read.</summary>
    internal VenueCount? Read(List<Fault> faults)
    {
        var mine = new List<Fault>();
        var (group, venue, written, figure) = (Clean("group", Group), Clean("venue", Venue), Clean("day", Day), Clean("people", People));
        if (venue.Length is 0) mine.Add(new("venue", "required"));
        if (!Wareki.TryParse(written, out var day)) mine.Add(new("day", "date-unreadable"));
        if (!int.TryParse(figure.Normalize(NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var people) || people > PeopleAtMost)
            mine.Add(new("people", "attendance-people", PeopleAtMost));
        faults.AddRange(mine.Count > 0 && Line is { } line ? [new($"line {line}", "attendance-line", line, PeopleAtMost)] : mine);
        return mine.Count > 0 ? null : new(group, venue, day, people);

        string Clean(string field, string? text)
        {
            var trimmed = (text ?? "").Trim();
            if (!PlainText.IsClean(trimmed)) mine.Add(new(field, "control-characters"));
            else if (trimmed.Length > NameAtMost) mine.Add(new(field, "field-too-long", NameAtMost));
            else return trimmed;
            return "";
        }
    }
}
