using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.People;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>取り込んだ表: the sheets that submissions were taken in with, the newest first.</summary>
[Audience(Audience.SpaceStaff)]
public sealed record ListSheets(string Slug) : IRequest<Outcome<IReadOnlyList<TakenSheet>>>
{
    public const int AtMost = 50;
}

/// <param name="Sheet">Its SHA-256.</param>
/// <param name="By">Who took in its first row; null when the account is gone.</param>
/// <param name="Void">How many of its submissions were taken back.</param>
public sealed record TakenSheet(string Sheet, DateTimeOffset TakenAt, string? By, int Submissions, int Void);

sealed class ListSheetsHandler(AppDbContext db, ConsultationCatalog catalog, AccountSeal accounts, Caller caller) : IRequestHandler<ListSheets, Outcome<IReadOnlyList<TakenSheet>>>
{
    public async Task<Outcome<IReadOnlyList<TakenSheet>>> Handle(ListSheets ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { } entry) return Refusal.NotFound;
        if (!caller.IsStaffOf(entry.Consultation.Space)) return Refusal.NotAllowed;
        var sheets = await db.Submissions.VisibleTo(caller, entry.Consultation).Where(s => s.Sheet != null)
            .GroupBy(s => s.Sheet!)
            .Select(g => new { Sheet = g.Key, First = g.Min(s => s.Sequence), Submissions = g.Count(), Void = g.Count(s => s.VoidedAt != null) })
            .OrderByDescending(g => g.First).Take(ListSheets.AtMost).ToListAsync(ct);
        var firsts = sheets.Select(s => s.First).ToList();
        var taken = await db.Submissions.VisibleTo(caller, entry.Consultation).Where(s => firsts.Contains(s.Sequence))
            .Select(s => new { s.Sequence, s.ReceivedAt, s.KeyedBy }).ToDictionaryAsync(s => s.Sequence, ct);
        var names = await accounts.NamesOf(db, taken.Values.Select(s => s.KeyedBy), ct);
        return Outcome<IReadOnlyList<TakenSheet>>.Of([.. sheets.Select(s => new TakenSheet(
            s.Sheet, taken[s.First].ReceivedAt, names.GetValueOrDefault(taken[s.First].KeyedBy ?? ""), s.Submissions, s.Void))]);
    }
}
