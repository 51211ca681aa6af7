using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Consultations;
using Participation.Domain.Ledger;
using Participation.Domain.Masking;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.Answering;

/// <summary>A row of an edition, as it was published; number 0 is the reason of a correction.</summary>
public sealed record PublishedPlace(int Edition, int Number, string Text);

/// <summary>Finds words in what was published, every edition of it, and hides them there.</summary>
sealed class ResultMasks(AppDbContext db, TimeProvider clock, Caller caller)
{
    /// <summary>Words that stand in a published row are hidden from the next save on; those that stand nowhere, or are hidden already, need nothing.</summary>
    public async Task<Outcome<int>> Hide(Consultation consultation, IReadOnlyList<string> words, string? reason, CancellationToken ct)
    {
        var hidden = (await db.HiddenIn(consultation.Id, ct)).Words;
        var fresh = words.Select(w => w.Trim()).Where(ResultMask.Fits).Distinct(StringComparer.Ordinal).Except(hidden, StringComparer.Ordinal).ToList();
        if (fresh.Count is 0) return 0;
        var said = await Said(consultation.Id, ct);
        var count = 0;
        foreach (var each in fresh.Where(w => said.Any(s => s.Text.Contains(w, StringComparison.Ordinal))))
        {
            var mask = ResultMask.Of(consultation, each, reason, caller.ActorId, clock.GetUtcNow());
            if (mask.Refused) return mask.Why;
            db.Add(mask.Value);
            count++;
        }
        return count;
    }

    /// <summary>All that editions say in words of staff: what a summary, an answer or a reason repeats of an opinion stands there.</summary>
    public async Task<IReadOnlyList<PublishedPlace>> Said(int consultation, CancellationToken ct)
    {
        var editions = await db.Editions.AsNoTracking().Where(e => e.ConsultationId == consultation).OrderBy(e => e.Number).Select(e => new { e.Id, e.Number, e.Reason }).ToListAsync(ct);
        var numbers = editions.ToDictionary(e => e.Id, e => e.Number);
        var ids = numbers.Keys.ToList();
        var rows = await db.EditionRows.AsNoTracking().Where(r => ids.Contains(r.EditionId)).Select(r => new { r.EditionId, r.Number, r.Summary, r.Text, r.Where }).ToListAsync(ct);
        return
        [
            .. editions.Where(e => e.Reason is not null).Select(e => new PublishedPlace(e.Number, 0, e.Reason!)),
            .. rows.Select(r => new PublishedPlace(numbers[r.EditionId], r.Number, string.Join('\n', new[] { r.Summary, r.Text, r.Where }.Where(t => !string.IsNullOrEmpty(t)))))
                .OrderBy(p => p.Edition).ThenBy(p => p.Number),
        ];
    }

    /// <summary>What is masked in opinions, for it may stand in the result still.</summary>
    public async Task<IReadOnlyList<string>> MaskedInOpinions(int consultation, CancellationToken ct)
    {
        var masked = await db.Opinions.AsNoTracking().Where(o => o.ConsultationId == consultation && o.Masks != null).Select(o => new { o.Text, o.Masks }).ToListAsync(ct);
        return [.. masked.SelectMany(o => TextStretches.WordsIn(o.Text, o.Masks)).Where(ResultMask.Fits).Distinct(StringComparer.Ordinal)];
    }
}
