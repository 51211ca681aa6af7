using System.Globalization;
using Participation.Application.Spaces;
using Participation.Documents.Reports;
using Participation.Domain.Spaces;

namespace Participation.Application.Papers;

/// <summary>会場別参加者表: by group and venue, with subtotals.</summary>
static class AttendancePaper
{
    const string Subtotal = "小計", Total = "計（延べ）", NoGroup = "（区分なし）", None = "参加者数の記録はありません。";

    /// <summary>On paper a group is named once, and its subtotal closes it.</summary>
    public static Paper Document(AttendanceView view, DateTimeOffset made)
    {
        List<IReadOnlyList<string>> rows = [];
        HashSet<int> sums = [];
        var number = 0;
        void Sum(string group, string name, int people)
        {
            sums.Add(rows.Count);
            rows.Add(["", group, name, "", Number(people)]);
        }
        foreach (var group in view.Groups)
        {
            foreach (var (meeting, i) in group.Meetings.Select((m, i) => (m, i)))
                rows.Add([Number(++number), i is 0 ? Name(view, group) : "", meeting.Venue, Day(meeting.Day), Number(meeting.People)]);
            if (view.Groups.Count > 1) Sum("", $"{Name(view, group)}　{Subtotal}", group.People);
        }
        Sum("", Total, view.People);
        return new(Title(view),
        [
            .. Facts(view).Select(f => new PaperLine($"{f.Name}　{f.Value}")),
            .. view.Meetings is 0 ? Array.Empty<PaperBlock>()
                : [new PaperTable([new("番号", 4, Number: true), new("区分", 8), new("会場", 16), new("開催日", 13), new("参加者数（人）", 8, Number: true)], rows, sums)],
        ], made);
    }

    /// <summary>A clean sheet to reckon with; the subtotals stand beside it.</summary>
    public static Report Sheet(AttendanceView view, DateTimeOffset made) => new(
        Title(view),
        [
            .. Facts(view), .. view.Groups.Count > 1 ? view.Groups.Select(g => new Fact($"{Name(view, g)}　{Subtotal}", $"{Number(g.People)}人（{g.Meetings.Count}回）")) : [],
        ],
        [new("番号", 4, Number: true), new("区分", 10), new("会場", 20), new("開催日", 8), new("開催日（和暦）", 12), new("参加者数", 6, Number: true)], Cells(view), made);

    static IEnumerable<Fact> Facts(AttendanceView view) =>
    [
        new("取組", view.Title), .. view.Office.Length > 0 ? [new Fact("担当課", view.Office)] : Array.Empty<Fact>(),
        view.Meetings is 0 ? new("参加者数", None) : new("参加者数", $"延べ{Number(view.People)}人（{view.Meetings}回）"),
    ];

    static async IAsyncEnumerable<IReadOnlyList<string?>> Cells(AttendanceView view)
    {
        var number = 0;
        foreach (var group in view.Groups)
            foreach (var meeting in group.Meetings)
                yield return
                [
                    Number(++number), group.Name, meeting.Venue, meeting.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Domain.Time.Wareki.Format(meeting.Day), Number(meeting.People),
                ];
        await Task.CompletedTask;
    }

    static string Title(AttendanceView view) => $"{view.Title}　会場別参加者表";

    /// <summary>One group without a name needs none; beside others it has to be called something.</summary>
    static string Name(AttendanceView view, VenueGroup group) => group.Name.Length > 0 || view.Groups.Count is 1 ? group.Name : NoGroup;

    /// <summary>Each of the two on a line of its own: a column is not wide enough for both.</summary>
    static string Day(DateOnly day) => $"{Domain.Time.Wareki.Format(day)}\n{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
