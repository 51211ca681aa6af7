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

/// <summary>A page of the ledger (受付簿) in the order of arrival, forwards from a place in it or backwards.</summary>
/// <param name="After">The place that the page before ended with.</param>
/// <param name="Before">The place that the page after begins with; the page is then read backwards.</param>
[Audience(Audience.SpaceStaff)]
public sealed record FindSubmissions(string Slug, LedgerFilter Filter, long? After = null, long? Before = null, int Limit = 50) : IRequest<Outcome<LedgerSlice>>;

/// <param name="Older">Where the page before this one ends; null at the beginning.</param>
/// <param name="Newer">Where the next one begins; null at the end.</param>
public sealed record LedgerSlice(IReadOnlyList<LedgerLine> Lines, long? Older, long? Newer, LedgerFigures Figures);

/// <summary>One submission in the list: nothing of who sent it.</summary>
/// <param name="Place">In the list, for the pages around it.</param>
/// <param name="Words">How it begins, as it is shown.</param>
public sealed record LedgerLine(
    long Place, string ReceiptNumber, Channel Channel, DateTimeOffset ReceivedAt, DateOnly? ReceivedOn, SubmissionStatus Status,
    string? Office, string? Assignee, string? AssigneeName, int Opinions, int OutOfScope, int Scans, string Words);

sealed class FindSubmissionsHandler(AppDbContext db, ConsultationCatalog catalog, LedgerPlaces places, AccountSeal accounts, Caller caller)
    : IRequestHandler<FindSubmissions, Outcome<LedgerSlice>>
{
    const int WordsShown = 80;

    public async Task<Outcome<LedgerSlice>> Handle(FindSubmissions ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { } entry) return Refusal.NotFound;
        if (!caller.IsStaffOf(entry.Consultation.Space)) return Refusal.NotAllowed;
        var limit = Paging.Bound(ask.Limit);
        var backwards = ask is { Before: not null, After: null };
        var found = await places.Find(entry, ask.Filter, backwards ? ask.Before : ask.After, backwards, limit + 1, ct);
        var more = found.Count > limit;
        if (more) found.RemoveAt(limit);
        if (backwards) found.Reverse();
        var lines = await Lines(found, ct);
        var (first, last) = found.Count is 0 ? ((long?)null, (long?)null) : (found[0].Place, found[^1].Place);
        return new LedgerSlice(
            lines,
            Older: backwards ? (more ? first : null) : ask.After is null ? null : first ?? ask.After + 1,
            Newer: backwards ? last ?? ask.Before - 1 : more ? last : null,
            await LedgerFigures.Of(db, entry, caller, ct));
    }

    async Task<IReadOnlyList<LedgerLine>> Lines(List<LedgerPlace> found, CancellationToken ct)
    {
        var ids = found.Select(f => f.Submission).ToArray();
        var rows = await db.Submissions.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new
        {
            s.Id, s.Number, s.Channel, s.ReceivedAt, s.ReceivedOn, s.Status, s.Assignee,
            Office = db.Offices.Where(o => o.Id == s.OfficeId).Select(o => o.Name).FirstOrDefault(),
            Opinions = s.Opinions.Count(o => o.Status == SubmissionStatus.Accepted || o.Status == SubmissionStatus.Late),
            OutOfScope = s.Opinions.Count(o => o.Status == SubmissionStatus.OutOfScope),
            Scans = db.Scans.Count(c => c.SubmissionId == s.Id && !c.Aside),
            Words = s.Opinions.OrderBy(o => o.Ordinal).Select(o => (o.MaskedText ?? o.Text).Substring(0, WordsShown)).FirstOrDefault(),
        }).ToDictionaryAsync(r => r.Id, ct);
        var names = await accounts.NamesOf(db, rows.Values.Select(r => r.Assignee), ct);
        return [.. found.Select(f => (f.Place, Row: rows[f.Submission])).Select(f => new LedgerLine(
            f.Place, f.Row.Number.Value, f.Row.Channel, f.Row.ReceivedAt, f.Row.ReceivedOn, f.Row.Status, f.Row.Office, f.Row.Assignee, names.GetValueOrDefault(f.Row.Assignee ?? ""),
            f.Row.Opinions, f.Row.OutOfScope, f.Row.Scans, f.Row.Words ?? ""))];
    }
}
