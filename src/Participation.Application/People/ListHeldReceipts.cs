using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>自分の記録: what the caller sent and holds, the newest first.</summary>
/// <param name="Before">The instant, in ticks, after which the page before ended.</param>
[Audience(Audience.SignedIn)]
public sealed record ListHeldReceipts(long Before = long.MaxValue, int Limit = 20) : IRequest<Outcome<Page<HeldReceiptRow>>>;

public sealed record HeldReceiptRow(
    string Number, string ConsultationSlug, string ConsultationTitle, Stage Stage, DateTimeOffset ReceivedAt, SubmissionStatus Status, int Opinions, string Text);

sealed class ListHeldReceiptsHandler(AppDbContext db, Caller caller, TimeProvider clock) : IRequestHandler<ListHeldReceipts, Outcome<Page<HeldReceiptRow>>>
{
    const int Shown = 120;

    public async Task<Outcome<Page<HeldReceiptRow>>> Handle(ListHeldReceipts ask, CancellationToken ct)
    {
        var limit = Paging.Bound(ask.Limit);
        var before = new DateTimeOffset(Math.Clamp(ask.Before, 0, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
        var found = await db.Submissions.AsNoTracking().HeldBy(db, caller.UserId).Where(s => s.ReceivedAt < before)
            .OrderByDescending(s => s.ReceivedAt).Take(limit + 1)
            .Join(db.Consultations, s => s.ConsultationId, c => c.Id, (s, c) => new
            {
                s.Number, Consultation = c, s.ReceivedAt, s.Status, s.Opinions.Count,
                Text = s.Opinions.OrderBy(o => o.Ordinal).Select(o => o.Text.Substring(0, Shown)).First(),
            }).ToListAsync(ct);
        var now = clock.GetUtcNow();
        return Page.Of([.. found.OrderByDescending(f => f.ReceivedAt)], limit, f => f.ReceivedAt.UtcTicks).Map(f => new HeldReceiptRow(
            f.Number.Value, f.Consultation.Slug, f.Consultation.Title, f.Consultation.StageAt(now), f.ReceivedAt, f.Status, f.Count, f.Text));
    }
}

static class HeldReceipts
{
    /// <summary>What this account holds.</summary>
    public static IQueryable<Submission> HeldBy(this IQueryable<Submission> submissions, AppDbContext db, string? account) =>
        submissions.Where(s => db.HeldReceipts.Any(h => h.UserId == account && h.SubmissionId == s.Id));
}
