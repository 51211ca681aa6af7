using System.Globalization;
using Participation.Application.Consultations;
using Participation.Documents.Reports;
using Participation.Domain.Plans;

namespace Participation.Application.Papers;

/// <summary>集計表: by channel, section, age band, district and reflection, each with 不明 and 計.</summary>
static class TablesPaper
{
    const string Total = "計", Hidden = "5人未満";

    /// <param name="Unit">人 or 件.</param>
    public sealed record Table(string Name, string Unit, IReadOnlyList<(string Label, string Count)> Rows);

    public static IReadOnlyList<Table> Of(PaperData data)
    {
        var r = data.Results;
        List<Table> tables =
        [
            Opinions("提出方法別", r.ByChannel.Select(c => (c.Channel.Words(), c.Opinions))),
            Opinions("章節別", r.BySection.Select(s => (Label(s), s.Opinions))),
        ];
        if (r.ByAgeBand.Asked) tables.Add(People("年代別", r.ByAgeBand));
        if (r.ByDistrict.Asked) tables.Add(People("地区別", r.ByDistrict));
        if (data.Reflections.Count > 0)
        {
            var open = r.Opinions - data.Reflections.Sum(c => c.Opinions);
            tables.Add(Opinions("反映区分別", data.Reflections.Select(c => (c.Code, c.Opinions)).Concat(open > 0 ? [("未定", open)] : [])));
        }
        return tables;
    }

    public static Paper Document(PaperData data) => new(
        $"{data.Entry.Consultation.Title}　集計表{(data.Draft ? "（案）" : "")}",
        [
            new PaperLine($"募集期間　{PaperDates.Of(data.Entry.Consultation.Window)}"),
            new PaperLine(data.Counts.Opinions is 0 ? ResultPaper.None : $"提出者数　{data.Counts.Submitters}人　　意見の件数　{data.Counts.Opinions}件"),
            .. Of(data).SelectMany(t => new PaperBlock[]
            {
                new PaperHeading($"{t.Name}（{t.Unit}）"),
                Block(t),
            }),
        ], data.Made);

    /// <summary>Closed by its 計.</summary>
    public static PaperTable Block(Table table) => new(
        [new("区分", 20), new(table.Unit is "人" ? "提出者数" : "件数", 8, Number: true)], [.. table.Rows.Select(row => (IReadOnlyList<string>)[row.Label, row.Count])],
        new HashSet<int> { table.Rows.Count - 1 });

    /// <summary>One clean sheet of all of them, to reckon with.</summary>
    public static Report Sheet(PaperData data) => new(
        $"{data.Entry.Consultation.Title}　集計表{(data.Draft ? "（案）" : "")}", ResultPaper.Facts(data),
        [new("表", 8), new("区分", 16), new("数", 6, Number: true), new("単位", 4)], Cells(data), data.Made);

    static async IAsyncEnumerable<IReadOnlyList<string?>> Cells(PaperData data)
    {
        foreach (var table in Of(data))
            foreach (var (label, count) in table.Rows) yield return [table.Name, label, count, table.Unit];
        await Task.CompletedTask;
    }

    static Table Opinions(string name, IEnumerable<(string Label, int Count)> rows)
    {
        var all = rows.ToList();
        return new(name, "件", [.. all.Append((Total, all.Sum(a => a.Count))).Select(a => (a.Item1, Number(a.Item2)))]);
    }

    static Table People(string name, PeopleCounts people) => new(name, "人",
    [
        .. people.Rows.Select(r => (r.Key is Counts.Unknown ? "不明" : r.Key, r.Submitters is { } known ? Number(known) : Hidden)),
        .. people.Folded is { Submitters: { } folded } ? [("5人未満の区分の合計", Number(folded))] : Array.Empty<(string, string)>(),
        (Total, Number(people.Base)),
    ]);

    static string Label(SectionCount section) =>
        section.Gone ? "前の版だけにある箇所" : section.Anchor is null ? ResultPaper.WholePlan : $"{section.Number} {NoteMarks.Shown(section.Title ?? "")}".Trim();

    static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
