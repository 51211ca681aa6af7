using System.Globalization;
using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Documents.Pdf;
using Participation.Documents.Reports;
using Participation.Domain.Spaces;
using Participation.Domain.Time;

namespace Participation.Application.Papers;

/// <summary>議会・審議会資料: one page of 経過, counts by channel and reflection, 主な意見, 修正点, 今後の予定.</summary>
static class CouncilNote
{
    /// <summary>So much of each that it stays on one page.</summary>
    const int SummaryAtMost = 60, TextAtMost = 70, RevisionsShown = 3, RevisionAtMost = 48, ComingShown = 4, CodesShown = 8, RowsAtLeast = 1;

    /// <summary>With as many of the largest rows as leave it on one page: a PDF tells, and Word needs no more room than it does.</summary>
    public static Paper Of(PaperData data)
    {
        for (var rows = data.Largest.Count; ; rows--)
        {
            var paper = With(data with { Largest = [.. data.Largest.Take(rows)] });
            if (rows <= RowsAtLeast || PdfFile.CountPages(paper, PaperFont.Standard) is 1) return paper;
        }
    }

    static Paper With(PaperData data)
    {
        var c = data.Entry.Consultation;
        return new(
            $"{c.Title}　意見募集の結果について{(data.Draft ? "（案）" : "")}",
            [
                new PaperHeading("1　経過"), .. Course(data).Select(line => new PaperLine(line)),
                new PaperHeading("2　意見の提出状況"), .. Counted(data),
                new PaperHeading("3　主な意見と市の考え方"), .. Main(data),
                new PaperHeading("4　案の修正"), .. Revised(data).Select(line => new PaperLine(line)),
                new PaperHeading("5　今後の予定"), .. Coming(data).Select(line => new PaperLine(line)),
            ], data.Made);
    }

    /// <summary>The same as rows, to be read by a program.</summary>
    public static Report Sheet(PaperData data)
    {
        var paper = Of(data);
        return new(paper.Title, ResultPaper.Facts(data), [new("項目", 10), new("内容", 40)], Cells(paper), data.Made);
    }

    static async IAsyncEnumerable<IReadOnlyList<string?>> Cells(Paper paper)
    {
        var heading = "";
        foreach (var block in paper.Blocks)
        {
            if (block is PaperHeading h) heading = h.Text;
            else if (block is PaperLine line) yield return [heading, line.Text];
            else if (block is PaperTable table)
                foreach (var row in table.Rows) yield return [heading, string.Join("　", table.Columns.Zip(row).Select(cell => $"{cell.First.Name}：{cell.Second}"))];
        }
        await Task.CompletedTask;
    }

    /// <summary>経過.</summary>
    public static IEnumerable<string> Course(PaperData data)
    {
        var c = data.Entry.Consultation;
        // A call that was taken over while it ran was announced elsewhere, on a day that is not known here.
        if (JapanTime.DayOf(c.AnnouncedAt, c.Window.Zone) <= c.Window.FirstDay) yield return $"公示　　　{PaperDates.Both(c.AnnouncedAt)}";
        yield return $"募集期間　{PaperDates.Of(c.Window)}";
        if (c.AnsweringAt is { } answering) yield return $"回答作成　{PaperDates.Both(answering)}から";
        yield return data.Edition is { } edition ? $"結果公表　{PaperDates.Both(edition.At)}" : $"この資料　{PaperDates.Both(data.Made)}現在";
    }

    static IEnumerable<PaperBlock> Counted(PaperData data)
    {
        if (data.Counts.Opinions is 0)
        {
            yield return new PaperLine(ResultPaper.None);
            yield break;
        }
        yield return new PaperLine($"提出者数 {data.Counts.Submitters}人、意見 {data.Counts.Opinions}件（ほかに期限後 {data.Counts.Late}件、対象外 {data.Counts.OutOfScope}件）");
        yield return Across("提出方法", [.. data.Results.ByChannel.Select(ch => (ch.Channel.Words(), ch.Opinions))], data.Counts.Opinions);
        if (data.Reflections.Count is 0) yield break;
        var open = data.Counts.Opinions - data.Reflections.Sum(r => r.Opinions);
        yield return Across("反映区分", [.. data.Reflections.Take(CodesShown).Select(r => (r.Code, r.Opinions)), .. open > 0 ? [("未定", open)] : Array.Empty<(string, int)>()], data.Counts.Opinions);
    }

    /// <summary>One row of figures: a table that takes two lines of the page.</summary>
    static PaperTable Across(string name, IReadOnlyList<(string Label, int Count)> cells, int total) => new(
        [new(name, 5), .. cells.Select(c => new Column(c.Label, Math.Clamp(c.Label.Length + 1, 3, 8), Number: true)), new Column("計", 3, Number: true)],
        [["件数", .. cells.Select(c => Number(c.Count)), Number(total)]]);

    static IEnumerable<PaperBlock> Main(PaperData data)
    {
        if (MainTable(data) is not { } table)
        {
            yield return new PaperLine(ResultPaper.None);
            yield break;
        }
        yield return table;
        if (data.Rows > data.Largest.Count) yield return new PaperLine($"件数の多い{data.Largest.Count}行です。全{data.Rows}行は、意見募集の結果の表にあります。");
    }

    /// <summary>主な意見と市の考え方; null when there are none.</summary>
    public static PaperTable? MainTable(PaperData data) => data.Largest.Count is 0 ? null : new(
        [new("番号", 4, Number: true), new("意見の概要", 20), new("件数", 4, Number: true), new("市の考え方", 22), new("反映区分", 6)],
        [.. data.Largest.Select(row => (IReadOnlyList<string>)[Number(row.Number), Short(row.Summary, SummaryAtMost), Number(row.Opinions), Short(row.Text, TextAtMost), row.Reflection ?? "未定"])]);

    /// <summary>修正点, the first of them.</summary>
    public static IEnumerable<string> Revised(PaperData data)
    {
        if (data.Revisions.Count is 0) yield return "修正はありません。";
        foreach (var row in data.Revisions.Take(RevisionsShown))
            yield return $"・{row.Place}　「{Short(row.Before, RevisionAtMost)}」→「{(row.After.Length > 0 ? Short(row.After, RevisionAtMost) : "（削除）")}」（番号{string.Join("、", row.Causes)}）";
        if (data.Revisions.Count > RevisionsShown) yield return $"全{data.Revisions.Count}か所は、新旧対照表にあります。";
    }

    /// <summary>今後の予定.</summary>
    public static IEnumerable<string> Coming(PaperData data)
    {
        var today = JapanTime.DayOf(data.Made, JapanTime.Zone);
        var coming = data.Timeline.Where(e => e.Status is TimelineStatus.Undecided || (e.Status is TimelineStatus.Planned && e.Start is { } start && start.Last >= today))
            .OrderBy(e => e.Start?.First ?? DateOnly.MaxValue).Take(ComingShown).ToList();
        if (coming.Count is 0) yield return "未定です。";
        foreach (var entry in coming)
            yield return $"・{(entry.Start is { } start ? PaperDates.Both(start) : "未定")}　{entry.Mechanism}{(entry.Number is { } number ? $"（第{number}回）" : "")}";
    }

    static string Short(string text, int most)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        var whole = StringInfo.ParseCombiningCharacters(line);
        return whole.Length <= most ? line : line[..whole[most - 1]] + "…";
    }

    static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
