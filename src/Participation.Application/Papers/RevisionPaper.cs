using System.Globalization;
using Participation.Documents.Reports;

namespace Participation.Application.Papers;

/// <summary>新旧対照表.</summary>
static class RevisionPaper
{
    static readonly Column[] Columns = [new("番号", 4, Number: true), new("該当箇所", 10), new("修正前", 26), new("修正後", 26), new("意見の番号", 6)];

    public static Report Of(PaperData data) => new(
        $"{data.Entry.Consultation.Title}　新旧対照表{(data.Draft ? "（案）" : "")}",
        [new("案件名", data.Entry.Consultation.Title), new("修正の数", data.Revisions.Count is 0 ? "修正はありません。" : $"{data.Revisions.Count}か所")],
        Columns, Cells(data), data.Made);

    static async IAsyncEnumerable<IReadOnlyList<string?>> Cells(PaperData data)
    {
        foreach (var row in data.Revisions)
        {
            yield return [row.Number.ToString(CultureInfo.InvariantCulture), row.Place, row.Before, row.After.Length > 0 ? row.After : "（削除）", string.Join("、", row.Causes)];
            await Task.CompletedTask;
        }
    }
}
