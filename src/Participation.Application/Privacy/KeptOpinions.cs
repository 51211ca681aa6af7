using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.People;
using Participation.Data;
using Participation.Data.People;
using Participation.Domain.Consultations;
using Participation.Domain.Moderation;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Privacy;

namespace Participation.Application.Privacy;

/// <summary>What they sent while signed in, or added by its receipt.</summary>
sealed class KeptOpinions(AppDbContext db, SenderSeal seal, TimeProvider clock) : IKept
{
    public string Name => "submissions";

    public IReadOnlyList<Type> Of => [typeof(HeldReceipt)];

    public async Task<object> Read(User person, CancellationToken ct)
    {
        var sent = await db.Submissions.AsNoTracking().Include(s => s.Opinions).Include(s => s.Contact).HeldBy(db, person.Id).OrderBy(s => s.ReceivedAt).ToListAsync(ct);
        var about = sent.Select(s => s.ConsultationId).Distinct().ToArray();
        var titles = await db.Consultations.AsNoTracking().Where(c => about.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Title, ct);
        var appeals = await db.ModerationCases.AsNoTracking()
            .Where(c => c.Appeal != null && db.Opinions.Any(o => o.Id == c.OpinionId && db.HeldReceipts.Any(h => h.UserId == person.Id && h.SubmissionId == o.SubmissionId)))
            .ToDictionaryAsync(c => c.OpinionId, c => c.Appeal, ct);
        return sent.Select(s => new Sent(
            s.Number.Value, titles[s.ConsultationId], s.Channel, s.ReceivedAt, s.ReceivedOn, s.Status, s.WithdrawnAt,
            seal.Open(s),
            [.. s.Opinions.OrderBy(o => o.Ordinal).Select(o => new Words(o.Anchor, o.Quote, o.Topic, o.Text, o.Withheld, appeals.GetValueOrDefault(o.Id)))])).ToList();
    }

    public async Task<Refusal?> Remove(User person, Gone gone, CancellationToken ct)
    {
        var alone = db.Submissions.HeldAloneBy(db, person.Id);
        if (gone.Words is Leaving.Withdraw) gone.Withdrawn = await Withdraw(alone, ct);
        var contacts = await db.Contacts.Where(k => alone.Any(s => s.Id == k.SubmissionId)).ToListAsync(ct);
        gone.Senders = contacts.Count;
        db.RemoveRange(contacts);
        db.RemoveRange(await db.HeldReceipts.Where(h => h.UserId == person.Id).ToListAsync(ct));
        return null;
    }

    /// <summary>What is past its close stays: it is in the city's record, and may be answered already.</summary>
    async Task<int> Withdraw(IQueryable<Submission> alone, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await alone.Include(s => s.Opinions).Where(s => db.Consultations.Any(c => c.Id == s.ConsultationId && now < c.Closes)).ToListAsync(ct);
        var about = open.Select(s => s.ConsultationId).Distinct().ToArray();
        var consultations = await db.Consultations.AsNoTracking().Where(c => about.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var withdrawn = 0;
        foreach (var submission in open)
            if (!submission.Withdraw(consultations[submission.ConsultationId], now).Refused) withdrawn++;
        return withdrawn;
    }

    sealed record Sent(
        string ReceiptNumber, string Consultation, Channel Channel, DateTimeOffset ReceivedAt, DateOnly? ReceivedOn, SubmissionStatus Status,
        DateTimeOffset? WithdrawnAt, Sender Sender, IReadOnlyList<Words> Opinions);

    sealed record Words(string? Anchor, string? Quote, string? Topic, string Text, Withheld? Withheld, string? Appeal);
}
