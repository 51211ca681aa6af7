using Participation.Data;
using Participation.Domain.Consultations;

namespace Participation.Application.Privacy;

/// <summary>What goes with an account: what it alone holds. What another holds too, a family's letter, is theirs as well and stays as it is.</summary>
static class OwnSubmissions
{
    public static IQueryable<Submission> HeldAloneBy(this IQueryable<Submission> submissions, AppDbContext db, string account) => submissions.Where(s =>
        db.HeldReceipts.Any(h => h.UserId == account && h.SubmissionId == s.Id) && !db.HeldReceipts.Any(h => h.UserId != account && h.SubmissionId == s.Id));

    /// <summary>Those whose contacts, or scans of paper, can go and are not yet written down to.</summary>
    public static IQueryable<Guid> Releasable(this AppDbContext db, string account) => db.Submissions.HeldAloneBy(db, account).Select(s => s.Id)
        .Where(id => (db.Contacts.Any(k => k.SubmissionId == id) || db.Scans.Any(k => k.SubmissionId == id)) && !db.ReleasedSenders.Any(r => r.SubmissionId == id));
}
