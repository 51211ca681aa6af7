using Participation.Documents.Csv;
using Participation.Domain.Outcomes;
using Participation.Domain.Spaces;

namespace Participation.Application.Spaces;

/// <summary>A calendar as CSV: <c>fiscal_year,mechanism,no,start,end,status,note</c>.</summary>
static class TimelineSheet
{
    static readonly string[] Header = ["fiscal_year", "mechanism", "no", "start", "end", "status", "note"];

    public static Outcome<IReadOnlyList<TimelineEntry>> Read(byte[] csv)
    {
        try
        {
            var rows = CsvTable.Read(csv, Header);
            if (rows.Count is 0) return Refusal.Invalid("csv", "csv-empty");
            return Timeline.Read([.. rows.Select(r => new TimelineRow(
                r.Line, r["fiscal_year"], r["mechanism"], r["no"], r["start"], r["end"], r["status"], r["note"]))]);
        }
        catch (UnreadableTableException unreadable)
        {
            return unreadable.Reason is "csv-header" ? Refusal.Invalid("csv", "timeline-header") : Refusal.Invalid("csv", unreadable.Reason, unreadable.Line);
        }
    }
}
