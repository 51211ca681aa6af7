using Participation.Application.Answering;
using Participation.Documents.Reports;
using Participation.Documents.Templates;

namespace Participation.Application.Papers;

/// <summary>
/// The places that a city's template can name, and what stands in each. docs/how-to/paper-templates.md lists them; a test holds the two
/// together.
/// </summary>
public static class TemplatePlaces
{
    /// <summary>A table in a template is held in memory whole.</summary>
    internal const int RowsAtMost = 3_000;

    const string ResultTable = "結果の表";

    static readonly Dictionary<string, Func<PaperData, string>> Words = new()
    {
        ["案件名"] = d => d.Entry.Consultation.Title,
        ["募集期間"] = d => PaperDates.Of(d.Entry.Consultation.Window),
        ["提出者数"] = d => Number(d.Counts.Submitters),
        ["意見の件数"] = d => Number(d.Counts.Opinions),
        ["期限後の件数"] = d => Number(d.Counts.Late),
        ["対象外の件数"] = d => Number(d.Counts.OutOfScope),
        ["担当課"] = d => d.Entry.Consultation.Office,
        ["公表日"] = d => d.Edition is { } edition ? PaperDates.Both(edition.At) : "未公表",
        ["版"] = d => d.Edition is { } edition ? $"第{edition.Number}版" : "案",
        ["作成日"] = d => PaperDates.Both(d.Made),
        ["経過"] = d => string.Join('\n', CouncilNote.Course(d)),
        ["修正点"] = d => string.Join('\n', CouncilNote.Revised(d)),
        ["今後の予定"] = d => string.Join('\n', CouncilNote.Coming(d)),
    };

    static readonly Dictionary<string, Func<PaperData, PlaceFilling>> Tables = new()
    {
        ["主な意見の表"] = d => CouncilNote.MainTable(d) is { } table ? new("", table) : new(ResultPaper.None),
        ["新旧対照表"] = d => d.Revisions.Count is 0 ? new("修正はありません。") : new("", RevisionPaper.Table(d)),
        ["提出方法の表"] = d => Figures(d, "提出方法別"),
        ["章節の表"] = d => Figures(d, "章節別"),
        ["年代の表"] = d => Figures(d, "年代別"),
        ["地区の表"] = d => Figures(d, "地区別"),
        ["反映区分の表"] = d => Figures(d, "反映区分別"),
    };

    public static IReadOnlyList<TemplatePlace> All { get; } =
        [.. Words.Keys.Select(name => new TemplatePlace(name, false)), new(ResultTable, true), .. Tables.Keys.Select(name => new TemplatePlace(name, true))];

    /// <summary>What stands in the places that a template uses; the rows are read only if it asks for them.</summary>
    internal static async Task<IReadOnlyDictionary<string, PlaceFilling>> Fill(IEnumerable<string> used, PaperData data, Func<IAsyncEnumerable<ResultRow>> rows, CancellationToken ct)
    {
        var fillings = new Dictionary<string, PlaceFilling>();
        foreach (var name in used)
            fillings[name] = Words.TryGetValue(name, out var words) ? new(words(data)) : Tables.TryGetValue(name, out var table) ? table(data)
                : data.Rows is 0 ? new(ResultPaper.None) : new("", await ResultPaper.Table(rows(), ct));
        return fillings;
    }

    internal static bool HasTooMany(IEnumerable<string> used, PaperData data) => data.Rows > RowsAtMost && used.Contains(ResultTable);

    static PlaceFilling Figures(PaperData data, string name) =>
        TablesPaper.Of(data).FirstOrDefault(t => t.Name == name) is { } table ? new("", TablesPaper.Block(table)) : new("たずねていません。");

    static string Number(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
