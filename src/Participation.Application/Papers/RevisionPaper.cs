using System.Globalization;
using Participation.Documents.Reports;

namespace Participation.Application.Papers;

/// <summary>新旧対照表.</summary>
static class RevisionPaper
{
    const string None = "修正はありません。";

    static readonly Column[] Columns = [new("番号", 4, Number: true), new("該当箇所", 10), new("修正前", 26), new("修正後", 26), new("意見の番号", 6)];

    public static Report Of(PaperData data) => new(
        $"{data.Entry.Consultation.Title}　新旧対照表{(data.Draft ? "（案）" : "")}",
        [new("案件名", data.Entry.Consultation.Title), new("修正の数", data.Revisions.Count is 0 ? None : $"{data.Revisions.Count}か所")],
        Columns, Rows(data).ToAsyncEnumerable(), data.Made, None);

    /// <summary>The same table for a page that holds all of it.</summary>
    public static PaperTable Table(PaperData data) => new(Columns, [.. Rows(data)]);

    static IEnumerable<IReadOnlyList<string>> Rows(PaperData data) => data.Revisions.Select(row => (IReadOnlyList<string>)
        [row.Number.ToString(CultureInfo.InvariantCulture), row.Place, row.Before, row.After.Length > 0 ? row.After : "（削除）", string.Join("、", row.Causes)]);
}
