using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Ledger;

/// <summary>The one submission that staff work on, loaded to be changed.</summary>
sealed class DeskRows(AppDbContext db, ConsultationCatalog catalog, Caller caller)
{
    public async Task<Outcome<DeskRow>> Find(string slug, string receipt, CancellationToken ct, bool opinions = false, bool scans = false)
    {
        if (await catalog.Find(slug, ct) is not { } entry) return Refusal.NotFound;
        if (!caller.IsStaffOf(entry.Consultation.Space)) return Refusal.NotAllowed;
        if (!ReceiptNumber.TryParse(receipt, out var number)) return Refusal.NotFound;
        // Counting needs the opinions, whatever is changed.
        IQueryable<Submission> rows = db.Submissions.Include(s => s.Opinions);
        if (scans) rows = rows.Include(s => s.Scans);
        var submission = await rows.VisibleTo(caller, entry.Consultation).SingleOrDefaultAsync(s => s.Number == number, ct);
        if (submission is null) return Refusal.NotFound;
        // Whether the result is published must be known now, not as it was kept in memory.
        var consultation = opinions ? await db.Consultations.AsNoTracking().SingleAsync(c => c.Id == entry.Consultation.Id, ct) : entry.Consultation;
        return new DeskRow(submission, consultation, entry.Plan);
    }
}

sealed record DeskRow(Submission Submission, Consultation Consultation, Plans.PlanIndex Plan);
