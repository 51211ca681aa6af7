using System.Globalization;
using Participation.Documents.Reports;
using Participation.Domain.Consultations;
using Participation.Domain.Time;

namespace Participation.Application.Consultations;

/// <summary>The ledger as a sheet: one row for each opinion; with what is personal or without.</summary>
sealed class LedgerSheet
{
    readonly IReadOnlyList<Column> columns;
    readonly CatalogEntry entry;
    readonly bool personal;

    /// <param name="onPaper">Only the columns that a page has room for.</param>
    public LedgerSheet(CatalogEntry entry, bool personal, bool onPaper)
    {
        (this.entry, this.personal) = (entry, personal);
        columns = [.. All().Where(column => (personal || !column.Personal) && (column.OnPaper || !onPaper))];
        Header = [.. columns.Select(column => column.Name)];
    }

    public Consultation Consultation => entry.Consultation;

    public IReadOnlyList<string> Header { get; }

    /// <summary>The sheet with what a reader of paper must know first.</summary>
    public Report Report(Counts counts, IAsyncEnumerable<LedgerRow> submissions, DateTimeOffset made) => new(
        $"{Consultation.Title}　意見一覧",
        [
            new("募集期間", $"{Wareki.Format(Consultation.Window.FirstDay)}から{Wareki.Format(Consultation.Window.LastDay)}まで（{Consultation.Window.Days}日間）"),
            new("提出者数", $"{counts.Submitters}人"),
            new("意見の件数", $"{counts.Opinions}件（ほかに期限後{counts.Late}件）"),
            new("書き出した日時", $"{Wareki.Format(JapanTime.DayOf(made, Consultation.Window.Zone))} {TimeZoneInfo.ConvertTime(made, Consultation.Window.Zone):H時mm分}"),
        ],
        [.. columns.Select(column => new Participation.Documents.Reports.Column(column.Name, column.Width, column.Number))],
        Rows(submissions), made);

    public async IAsyncEnumerable<IReadOnlyList<string?>> Rows(IAsyncEnumerable<LedgerRow> submissions)
    {
        await foreach (var submission in submissions)
            foreach (var opinion in submission.Opinions.Where(o => personal || o.Counts)) yield return [.. columns.Select(column => column.Cell(submission, opinion))];
    }

    public async IAsyncEnumerable<IReadOnlyDictionary<string, string?>> Objects(IAsyncEnumerable<LedgerRow> submissions)
    {
        await foreach (var row in Rows(submissions))
            yield return columns.Zip(row).ToDictionary(cell => cell.First.Key, cell => cell.Second);
    }

    Column[] All() =>
    [
        new("receiptNumber", "受付番号", true, (s, _) => s.ReceiptNumber, 8),
        new("sequence", "連番", false, (_, o) => o.Sequence.ToString(CultureInfo.InvariantCulture), 3, Number: true, OnPaper: true),
        new("channel", "提出方法", false, (s, _) => s.Channel.Words(), 5, OnPaper: true),
        new("receivedAt", "受付日時", false, (s, _) => Local(s.ReceivedAt), 6, OnPaper: true),
        new("receivedOn", "受領日", false, (s, _) => Day(s.ReceivedOn), 6),
        new("postmarkedOn", "消印日", false, (s, _) => Day(s.PostmarkedOn), 6),
        new("status", "扱い", false, (_, o) => o.Status.Words(), 4, OnPaper: true),
        new("withdrawnAt", "取下げ日時", true, (s, _) => s.WithdrawnAt is { } gone ? Local(gone) : null, 10),
        new("keyedBy", "入力者", true, (s, _) => s.KeyedByName ?? s.KeyedBy, 6),
        new("name", "氏名", true, (s, _) => s.Sender.Unreadable ? PaperWords.Unreadable : s.Sender.Name, 8, OnPaper: true),
        new("address", "住所", true, (s, _) => s.Sender.Address, 14),
        new("email", "メール", true, (s, _) => s.Sender.Email, 14),
        new("ageBand", "年代", true, (s, _) => s.Sender.AgeBand, 4),
        new("district", "地区", true, (s, _) => s.Sender.District, 6),
        new("ordinal", "意見", false, (_, o) => o.Ordinal.ToString(CultureInfo.InvariantCulture), 3, Number: true),
        new("section", "章節", false, (_, o) => entry.Plan.Section(o.Section)?.Title, 10, OnPaper: true),
        new("anchor", "箇所", false, (_, o) => o.Anchor, 6),
        new("quote", "引用", false, (_, o) => personal || o is { Withheld: null, MaskedText: null, QuoteHidden: false } ? o.Quote : null, 14),
        new("topic", "分類", false, (_, o) => o.Topic, 8),
        new("scopeReason", "対象外の理由", true, (_, o) => o.ScopeReason, 10),
        new("text", "本文", false, (_, o) => personal ? o.Text : o.Withheld is null ? o.MaskedText ?? o.Text : PaperWords.Withheld, 40, OnPaper: true),
    ];

    /// <param name="Key">Its name in JSON; <paramref name="Name"/> heads the column elsewhere.</param>
    /// <param name="OnPaper">Whether a page that is read, not reckoned with, has room for it.</param>
    sealed record Column(
        string Key, string Name, bool Personal, Func<LedgerRow, LedgerOpinion, string?> Cell, int Width, bool Number = false, bool OnPaper = false);

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, entry.Consultation.Window.Zone)
        .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
