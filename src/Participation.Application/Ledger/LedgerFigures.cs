using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>How many each filter finds, kept as they are committed: one question, no row counted.</summary>
/// <param name="BySection">Opinions that count, by the section itself.</param>
public sealed record LedgerFigures(
    int All, IReadOnlyDictionary<Channel, int> ByChannel, int Late, int Withdrawn, int OutOfScope, int Mine, int Nobodys,
    IReadOnlyDictionary<int, int> ByOffice, IReadOnlyDictionary<string, int> BySection)
{
    const string OfficePrefix = "office:";

    internal static async Task<LedgerFigures> Of(AppDbContext db, CatalogEntry entry, Caller caller, CancellationToken ct)
    {
        var tallies = await db.Tallies.AsNoTracking().Where(t => t.ConsultationId == entry.Consultation.Id
            && (t.Dimension == TallyDimension.Ledger || t.Dimension == TallyDimension.OutOfScope || t.Dimension == TallyDimension.Section)).ToListAsync(ct);
        var ledger = tallies.Where(t => t.Dimension is TallyDimension.Ledger).ToDictionary(t => t.Key, t => t.Submitters);
        int Count(string key) => ledger.GetValueOrDefault(key);
        return new(
            Count(LedgerCounts.All), Enum.GetValues<Channel>().ToDictionary(c => c, c => Count(LedgerCounts.Of(c))),
            Count(LedgerCounts.Of(SubmissionStatus.Late)), Count(LedgerCounts.Of(SubmissionStatus.Withdrawn)),
            tallies.Where(t => t.Dimension is TallyDimension.OutOfScope).Sum(t => t.Submitters),
            Count(LedgerCounts.OfAssignee(caller.ActorId)), Count(LedgerCounts.Unassigned),
            ledger.Where(l => l.Key.StartsWith(OfficePrefix, StringComparison.Ordinal) && l.Value > 0)
                .ToDictionary(l => int.Parse(l.Key[OfficePrefix.Length..], System.Globalization.CultureInfo.InvariantCulture), l => l.Value),
            tallies.Where(t => t.Dimension is TallyDimension.Section && t.Key is not "").ToDictionary(t => t.Key, t => t.Opinions));
    }
}
