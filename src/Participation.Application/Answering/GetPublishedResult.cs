using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Outcomes;

namespace Participation.Application.Answering;

/// <summary>公表された結果, page by page.</summary>
/// <param name="Edition">Null for the newest.</param>
/// <param name="After">The number after which rows go on.</param>
[Audience(Audience.Public)]
public sealed record GetPublishedResult(string Slug, int? Edition = null, int After = 0, int Limit = 50) : IRequest<Outcome<PublishedResultView>>;

/// <param name="Editions">All of them, the newest first.</param>
/// <param name="Page">Its rows.</param>
public sealed record PublishedResultView(
    string Slug, string Title, string Office, DateTimeOffset Opens, DateTimeOffset Closes, int Edition, DateTimeOffset At, string? Reason, string Hash,
    int Submitters, int Opinions, int Late, int OutOfScope, int Rows, IReadOnlyList<ReflectionCount> Reflections, int PlanBefore, int PlanAfter,
    IReadOnlyList<EditionLine> Editions, IReadOnlyList<ResultRow> Page, int? Next, IReadOnlyList<RevisionRow> Revisions)
{
    /// <summary>Whether it kept the figures of its day.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool KeptFigures { get; init; }

    /// <summary>When words were last hidden in what is shown; the hash is of what was published. Null while it is shown as it was.</summary>
    public DateTimeOffset? HiddenSince { get; init; }
}

public sealed record EditionLine(int Number, DateTimeOffset At, string? Reason);

/// <summary>番号・該当箇所・意見の概要・件数・市の考え方・反映区分・修正の有無.</summary>
public sealed record ResultRow(int Number, string? Anchor, string Place, string Summary, int Opinions, string Text, string? Reflection, bool ChangesPlan, string? Where)
{
    /// <summary>Passages of the decided plan that it changed, as they stand since; on the public page.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Became { get; init; }
}

/// <param name="Causes">Numbers of the rows that caused it.</param>
public sealed record RevisionRow(int Number, string Anchor, string? NewAnchor, string Place, string Before, string After, IReadOnlyList<int> Causes);

sealed class GetPublishedResultHandler(AppDbContext db, ConsultationCatalog catalog) : IRequestHandler<GetPublishedResult, Outcome<PublishedResultView>>
{
    public async Task<Outcome<PublishedResultView>> Handle(GetPublishedResult ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Consultation: { PublishedAt: not null } consultation }) return Refusal.NotFound;
        var lines = await db.Editions.AsNoTracking().Where(e => e.ConsultationId == consultation.Id).OrderByDescending(e => e.Number).Select(e => new EditionLine(e.Number, e.At, e.Reason)).ToListAsync(ct);
        var edition = await db.Editions.AsNoTracking().Where(e => e.ConsultationId == consultation.Id && (ask.Edition == null || e.Number == ask.Edition)).OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct);
        if (edition is null) return Refusal.NotFound;
        var (limit, hidden) = (Paging.Bound(ask.Limit), await db.HiddenIn(consultation.Id, ct));
        var stored = await db.EditionRows.AsNoTracking().Where(r => r.EditionId == edition.Id && r.Number > ask.After).OrderBy(r => r.Number).Take(limit + 1).ToListAsync(ct);
        var rows = stored.ConvertAll(hidden.Row);
        var changed = rows.Any(r => r.ChangesPlan) ? await db.ChangedByRow(edition.Id, ct) : null;
        rows = [.. rows.OrderBy(r => r.Number).Select(r => r.ChangesPlan && changed is not null ? r with { Became = [.. changed[r.Number]] } : r)];
        // Only the first page shows what changed: the others need not read it.
        var revisions = ask.After > 0 ? [] : await db.EditionRevisions.AsNoTracking().Where(r => r.EditionId == edition.Id).OrderBy(r => r.Number).ToListAsync(ct);
        return new PublishedResultView(
            consultation.Slug, consultation.Title, consultation.Office, consultation.Opens, consultation.Closes, edition.Number, edition.At, hidden.OverSome(edition.Reason), edition.Hash,
            edition.Submitters, edition.Opinions, edition.Late, edition.OutOfScope, edition.RowCount, edition.Reflections, edition.PlanBefore, edition.PlanAfter,
            [.. lines.Select(l => l with { Reason = hidden.OverSome(l.Reason) })], rows[..Math.Min(limit, rows.Count)], rows.Count > limit ? rows[limit - 1].Number : null,
            [.. revisions.OrderBy(r => r.Number).Select(r => new RevisionRow(r.Number, r.Anchor, r.NewAnchor, r.Place, r.Before, r.After, r.Causes))])
        {
            KeptFigures = edition.Figures.Count > 0, HiddenSince = hidden.Since,
        };
    }
}
