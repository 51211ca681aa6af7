using System.Globalization;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Application.Plans;
using Participation.Data;
using Participation.Data.Audit;
using Participation.Documents.Csv;
using Participation.Domain.Audit;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Time;

namespace Participation.Application.Consultations;

/// <summary>受付簿をCSVに書き出す: one row for each opinion, originals included. Who did it is logged.</summary>
[Audience(Audience.Staff)]
public sealed record WriteLedger(string Slug, Stream To) : IRequest<Outcome<Done>>;

sealed class WriteLedgerHandler(AppDbContext db, ConsultationCatalog catalog, AuditTrail audit, Caller caller)
    : IRequestHandler<WriteLedger, Outcome<Done>>
{
    const int RowsAtOnce = 500;

    static readonly string[] Header =
    [
        "受付番号", "連番", "提出方法", "受付日時", "受領日", "消印日", "扱い", "取下げ日時", "入力者", "氏名", "住所", "メール", "年代", "地区",
        "意見", "章節", "箇所", "引用", "分類", "本文",
    ];

    public async Task<Outcome<Done>> Handle(WriteLedger ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { } entry) return Refusal.NotFound;
        await audit.Note(new Act("ledger.exported", entry.Consultation.Stream, "{}"), caller.ActorId, ct);
        await CsvTable.Write(ask.To, Header, Rows(entry, ct), ct);
        return Done.It;
    }

    async IAsyncEnumerable<IReadOnlyList<string?>> Rows(CatalogEntry entry, [EnumeratorCancellation] CancellationToken ct)
    {
        long after = 0;
        while (true)
        {
            var found = await db.Submissions.AsNoTracking().Include(s => s.Opinions).Include(s => s.Contact).VisibleTo(caller)
                .Where(s => s.ConsultationId == entry.Consultation.Id && s.Sequence > after)
                .OrderBy(s => s.Sequence).Take(RowsAtOnce).ToListAsync(ct);
            if (found.Count is 0) yield break;
            after = found[^1].Sequence;
            foreach (var submission in found.Select(LedgerRow.Of))
                foreach (var opinion in submission.Opinions) yield return RowOf(submission, opinion, entry);
        }
    }

    static IReadOnlyList<string?> RowOf(LedgerRow s, LedgerOpinion o, CatalogEntry entry) =>
    [
        s.ReceiptNumber, o.Sequence.ToString(CultureInfo.InvariantCulture), s.Channel.Words(), Local(s.ReceivedAt, entry),
        s.ReceivedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), s.PostmarkedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        s.Status.Words(), s.WithdrawnAt is { } gone ? Local(gone, entry) : null, s.KeyedBy,
        s.Sender.Name, s.Sender.Address, s.Sender.Email, s.Sender.AgeBand, s.Sender.District,
        o.Ordinal.ToString(CultureInfo.InvariantCulture), entry.Plan.Section(o.Section)?.Title, o.Anchor, o.Quote, o.Topic, o.Text,
    ];

    static string Local(DateTimeOffset at, CatalogEntry entry) =>
        TimeZoneInfo.ConvertTime(at, entry.Consultation.Window.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
