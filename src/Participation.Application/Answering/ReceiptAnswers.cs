using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Consultations;

namespace Participation.Application.Answering;

/// <summary>What became of one's own words, once the result is published.</summary>
/// <param name="Number">Of the row in the result.</param>
/// <param name="Became">The passage of the decided plan that it changed, as it stands since.</param>
/// <param name="Part">The part of a letter that it answers; null where the opinion was not split.</param>
public sealed record OwnAnswer(int Number, string Summary, int Opinions, string Text, string? Reflection, bool ChangesPlan, string? Where, string? Part = null, string? Became = null);

sealed class ReceiptAnswers(AppDbContext db)
{
    /// <summary>By the opinion that was sent: the answers to it, or to its parts.</summary>
    public async Task<ILookup<Guid, OwnAnswer>> Of(Submission submission, CancellationToken ct)
    {
        var own = submission.Opinions.Where(o => o.Counts).ToDictionary(o => o.Id);
        var ids = own.Keys.ToList();
        var edition = await db.NewestEditionOf(submission.ConsultationId, ct);
        if (edition is null || ids.Count is 0) return Array.Empty<OwnAnswer>().ToLookup(_ => Guid.Empty);
        var found = await db.GroupMembers.AsNoTracking().Where(m => ids.Contains(m.OpinionId) && m.Counted)
            .Join(db.OpinionGroups, m => m.GroupId, g => g.Id, (m, g) => new { m.OpinionId, Root = g.IntoId ?? g.Id })
            .Join(db.EditionRows.Where(r => r.EditionId == edition), m => m.Root, r => r.GroupId, (m, r) => new { m.OpinionId, Row = r }).ToListAsync(ct);
        var changed = found.Any(f => f.Row.ChangesPlan) ? await db.ChangedByRow(edition.Value, ct) : null;
        var hidden = await db.HiddenIn(submission.ConsultationId, ct);
        return found.OrderBy(f => own[f.OpinionId].Ordinal).ToLookup(
            f => own[f.OpinionId].PartOf ?? f.OpinionId,
            f => new OwnAnswer(f.Row.Number, hidden.Over(f.Row.Summary), f.Row.Opinions, hidden.Over(f.Row.Text), f.Row.Reflection, f.Row.ChangesPlan, hidden.OverSome(f.Row.Where), own[f.OpinionId].PartOf is null ? null : own[f.OpinionId].Text,
                changed?[f.Row.Number].FirstOrDefault()));
    }
}
