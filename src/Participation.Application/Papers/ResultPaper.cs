using System.Globalization;
using Participation.Application.Answering;
using Participation.Documents.Reports;

namespace Participation.Application.Papers;

/// <summary>結果公表: 番号 | 該当箇所 | 意見の概要 | 件数 | 市の考え方 | 反映区分 | 修正の有無.</summary>
static class ResultPaper
{
    public const string WholePlan = "案の全体", None = "意見の提出はありませんでした。";

    static readonly Column[] Columns =
    [
        new("番号", 4, Number: true), new("該当箇所", 9), new("意見の概要", 22), new("件数", 4, Number: true), new("市の考え方", 26), new("反映区分", 6), new("修正の有無", 6),
    ];

    public static Report Of(PaperData data, IAsyncEnumerable<ResultRow> rows) => new(
        $"{data.Entry.Consultation.Title}　意見募集の結果{(data.Draft ? "（案）" : "")}", Facts(data), Columns, Cells(rows), data.Made, None);

    /// <summary>The same table for a page that holds all of it.</summary>
    public static async Task<PaperTable> Table(IAsyncEnumerable<ResultRow> rows, CancellationToken ct) =>
        new(Columns, [.. (await Cells(rows).ToListAsync(ct)).Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell ?? "")])]);

    public static IReadOnlyList<Fact> Facts(PaperData data)
    {
        var c = data.Entry.Consultation;
        List<Fact> facts =
        [
            new("案件名", c.Title),
            new("募集期間", PaperDates.Of(c.Window)),
            new("提出者数・件数", data.Counts.Opinions is 0 ? None : $"{data.Counts.Submitters}人・{data.Counts.Opinions}件（ほかに期限後{data.Counts.Late}件、対象外{data.Counts.OutOfScope}件）"),
        ];
        if (c.Office.Length > 0) facts.Add(new("担当課", c.Office));
        facts.Add(new("公表日", data.Edition is { } edition ? PaperDates.Both(edition.At) + (edition.Number > 1 ? $"（第{edition.Number}版）" : "") : "未公表"));
        if (data.Edition?.Reason is { } reason) facts.Add(new("訂正の理由", data.Hidden.Over(reason)));
        if (data.Hidden.Any) facts.Add(new("公表後の扱い", "公表のあとに個人情報などを伏せたところは、■■■と示しています。"));
        return facts;
    }

    public static string Change(ResultRow row) => row.ChangesPlan ? $"有{(row.Where is null ? "" : $"（{row.Where}）")}" : "無";

    static async IAsyncEnumerable<IReadOnlyList<string?>> Cells(IAsyncEnumerable<ResultRow> rows)
    {
        await foreach (var row in rows)
        {
            yield return
            [
                row.Number.ToString(CultureInfo.InvariantCulture), row.Place.Length > 0 ? row.Place : WholePlan, row.Summary, row.Opinions.ToString(CultureInfo.InvariantCulture),
                row.Text, row.Reflection, Change(row),
            ];
        }
    }
}
