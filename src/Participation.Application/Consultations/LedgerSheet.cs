using System.Globalization;
using Participation.Domain.Consultations;

namespace Participation.Application.Consultations;

/// <summary>The ledger as a sheet: one row for each opinion; with what is personal or without.</summary>
sealed class LedgerSheet
{
    readonly IReadOnlyList<Column> columns;
    readonly CatalogEntry entry;

    public LedgerSheet(CatalogEntry entry, bool personal)
    {
        this.entry = entry;
        columns = [.. All().Where(column => personal || !column.Personal)];
        Header = [.. columns.Select(column => column.Name)];
    }

    public IReadOnlyList<string> Header { get; }

    public async IAsyncEnumerable<IReadOnlyList<string?>> Rows(IAsyncEnumerable<LedgerRow> submissions)
    {
        await foreach (var submission in submissions)
            foreach (var opinion in submission.Opinions) yield return [.. columns.Select(column => column.Cell(submission, opinion))];
    }

    public async IAsyncEnumerable<IReadOnlyDictionary<string, string?>> Objects(IAsyncEnumerable<LedgerRow> submissions)
    {
        await foreach (var row in Rows(submissions))
            yield return columns.Zip(row).ToDictionary(cell => cell.First.Key, cell => cell.Second);
    }

    Column[] All() =>
    [
        new("receiptNumber", "受付番号", true, (s, _) => s.ReceiptNumber),
        new("sequence", "連番", false, (_, o) => o.Sequence.ToString(CultureInfo.InvariantCulture)),
        new("channel", "提出方法", false, (s, _) => s.Channel.Words()),
        new("receivedAt", "受付日時", false, (s, _) => Local(s.ReceivedAt)),
        new("receivedOn", "受領日", false, (s, _) => Day(s.ReceivedOn)),
        new("postmarkedOn", "消印日", false, (s, _) => Day(s.PostmarkedOn)),
        new("status", "扱い", false, (s, _) => s.Status.Words()),
        new("withdrawnAt", "取下げ日時", true, (s, _) => s.WithdrawnAt is { } gone ? Local(gone) : null),
        new("keyedBy", "入力者", true, (s, _) => s.KeyedBy),
        new("name", "氏名", true, (s, _) => s.Sender.Name),
        new("address", "住所", true, (s, _) => s.Sender.Address),
        new("email", "メール", true, (s, _) => s.Sender.Email),
        new("ageBand", "年代", true, (s, _) => s.Sender.AgeBand),
        new("district", "地区", true, (s, _) => s.Sender.District),
        new("ordinal", "意見", false, (_, o) => o.Ordinal.ToString(CultureInfo.InvariantCulture)),
        new("section", "章節", false, (_, o) => entry.Plan.Section(o.Section)?.Title),
        new("anchor", "箇所", false, (_, o) => o.Anchor),
        new("quote", "引用", false, (_, o) => o.Quote),
        new("topic", "分類", false, (_, o) => o.Topic),
        new("text", "本文", false, (_, o) => o.Text),
    ];

    /// <param name="Key">Its name in JSON; <paramref name="Name"/> heads the column on paper.</param>
    sealed record Column(string Key, string Name, bool Personal, Func<LedgerRow, LedgerOpinion, string?> Cell);

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, entry.Consultation.Window.Zone)
        .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
