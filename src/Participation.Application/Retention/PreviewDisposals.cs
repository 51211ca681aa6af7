using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.Retention;

namespace Participation.Application.Retention;

/// <summary>これから消すもの: the consultations whose senders are kept, what is due first at the head.</summary>
/// <param name="Slug">Only this one.</param>
[Audience(Audience.Administrator)]
public sealed record PreviewDisposals(string? Slug = null) : IRequest<Outcome<IReadOnlyList<ComingDisposal>>>;

/// <param name="OwnMonths">The consultation's own rule; null where the site's holds.</param>
/// <param name="Published">Counted from the publication of its results; else from its close, until they are published.</param>
public sealed record ComingDisposal(string Slug, string Title, int Senders, int Months, int? OwnMonths, bool Published, DateTimeOffset DueAt);

sealed class PreviewDisposalsHandler(AppDbContext db, RetentionOptions options) : IRequestHandler<PreviewDisposals, Outcome<IReadOnlyList<ComingDisposal>>>
{
    public async Task<Outcome<IReadOnlyList<ComingDisposal>>> Handle(PreviewDisposals ask, CancellationToken ct)
    {
        var kept = await db.Contacts.Join(db.Submissions, k => k.SubmissionId, s => s.Id, (_, s) => s.ConsultationId)
            .GroupBy(id => id).Select(g => new { g.Key, Senders = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Senders, ct);
        var ids = kept.Keys.ToArray();
        // As many rows as there are calls: a city has some dozens a year.
        var consultations = await db.Consultations.AsNoTracking().Where(c => ids.Contains(c.Id) && (ask.Slug == null || c.Slug == ask.Slug)).ToListAsync(ct);
        return Outcome<IReadOnlyList<ComingDisposal>>.Of([.. consultations
            .Select(c => new ComingDisposal(
                c.Slug, c.Title, kept[c.Id], Disposal.MonthsOf(c, options.SenderMonths), c.SenderMonths, c.PublishedAt is not null, Disposal.EndOf(c, options.SenderMonths)))
            .OrderBy(c => c.DueAt).ThenBy(c => c.Slug, StringComparer.Ordinal)]);
    }
}
