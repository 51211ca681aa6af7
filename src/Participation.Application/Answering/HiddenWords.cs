using Microsoft.EntityFrameworkCore;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Ledger;

namespace Participation.Application.Answering;

/// <summary>What is hidden in a call's published result since it came out. Whoever shows words of an edition lays it over them.</summary>
sealed record HiddenWords(IReadOnlyList<string> Words, DateTimeOffset? Since)
{
    public bool Any => Words.Count > 0;

    public string Over(string text) => TextStretches.HideWords(text, Words);

    public string? OverSome(string? text) => text is null ? null : Over(text);

    public ResultRow Row(EditionRow r) =>
        new(r.Number, r.Anchor, r.Place, Over(r.Summary), r.Opinions, Over(r.Text), r.Reflection, r.ChangesPlan, OverSome(r.Where));
}

static class HiddenInResults
{
    public static async Task<HiddenWords> HiddenIn(this AppDbContext db, int consultation, CancellationToken ct)
    {
        var masks = await db.ResultMasks.AsNoTracking().Where(m => m.ConsultationId == consultation && m.LiftedAt == null).Select(m => new { m.Words, m.At }).ToListAsync(ct);
        return new([.. masks.Select(m => m.Words)], masks.Count is 0 ? null : masks.Max(m => m.At));
    }
}
