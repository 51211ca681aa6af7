using System.Globalization;
using Participation.Domain.Outcomes;
using Participation.Domain.Time;

namespace Participation.Domain.Spaces;

/// <summary>A row of a timeline as somebody wrote it.</summary>
/// <param name="Line">Where in the file, the header being line 1.</param>
public sealed record TimelineRow(int Line, string FiscalYear, string Mechanism, string Number, string Start, string End, string Status, string Note)
{
    public const int MechanismAtMost = 100, NoteAtMost = 500;

    static readonly Dictionary<string, TimelineStatus> Statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["done"] = TimelineStatus.Done, ["済"] = TimelineStatus.Done,
        ["planned"] = TimelineStatus.Planned, ["予定"] = TimelineStatus.Planned,
        ["postponed"] = TimelineStatus.Postponed, ["延期"] = TimelineStatus.Postponed,
        ["tbd"] = TimelineStatus.Undecided, ["未定"] = TimelineStatus.Undecided,
    };

    /// <summary>The entry, or every fault of the row; a fault's field is <c>line 12</c>.</summary>
    internal TimelineEntry? Read(List<Fault> faults)
    {
        var before = faults.Count;
        if (!Time.FiscalYear.TryParse(FiscalYear, out var year)) Fault("timeline-year", FiscalYear);
        if (string.IsNullOrWhiteSpace(Mechanism)) Fault("timeline-mechanism");
        if (Mechanism.Length > MechanismAtMost) Fault("field-too-long", MechanismAtMost);
        if (Note.Length > NoteAtMost) Fault("field-too-long", NoteAtMost);
        if (!Statuses.TryGetValue(Status.Trim(), out var status)) Fault("timeline-status", Status);
        var number = NumberOf();
        var start = DateOf(Start);
        var end = End is "" ? start : DateOf(End);
        if (faults.Count > before) return null;

        if (start is null && end is not null) Fault("timeline-no-start");
        else if (start is null && status is not TimelineStatus.Undecided) Fault("timeline-no-date", Status);
        else if (start is { } from && end is { } until)
        {
            if (until.Last < from.First) Fault("timeline-reversed", Start, End);
            // A call from March to April is in the year it begins in: cut in two it would lose its thirty days.
            if (!year.Contains(from.First)) Fault("timeline-outside-year", Start, year.Wareki);
        }
        return faults.Count > before ? null : new(year, Mechanism.Trim(), number, start, end, status, Note.Trim());

        void Fault(string code, params object[] values) => faults.Add(new($"line {Line}", code, [Line, .. values]));

        int? NumberOf()
        {
            if (Number is "") return null;
            if (int.TryParse(Number, NumberStyles.None, CultureInfo.InvariantCulture, out var counted) && counted > 0) return counted;
            Fault("timeline-number", Number);
            return null;
        }

        PartialDate? DateOf(string text)
        {
            if (text is "") return null;
            if (PartialDate.TryParse(text, out var date)) return date;
            Fault("timeline-date", text);
            return null;
        }
    }
}
