using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.People;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Moderation;

namespace Participation.Application.Moderation;

/// <summary>Tells an author who left an address what was decided; without one, the receipt's page does.</summary>
sealed class AuthorLetters(AppDbContext db, SenderSeal seal, AccountPost post)
{
    static readonly Dictionary<CaseState, string> Letters = new()
    {
        [CaseState.Hidden] = "opinion-hidden", [CaseState.Restored] = "opinion-restored", [CaseState.Confirmed] = "opinion-confirmed",
    };

    public async Task Tell(Opinion opinion, CaseState state, CancellationToken ct)
    {
        if (!Letters.TryGetValue(state, out var letter) || !post.KnowsTheSite) return;
        var submission = await db.Submissions.AsNoTracking().Include(s => s.Contact).SingleAsync(s => s.Id == opinion.SubmissionId, ct);
        var email = seal.Open(submission).Email;
        if (!string.IsNullOrEmpty(email)) await post.QueueTold(letter, email, ct, "/receipts");
    }
}
