using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Application.Plans;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Spaces;

namespace Participation.Application.Papers;

/// <summary>What papers are written of: what was published, or, for staff before that, the answers as they stand.</summary>
/// <param name="Edition">Null while it is a draft.</param>
/// <param name="Hidden">Words of the result that are hidden since; a paper is for everybody, so staff's too.</param>
/// <param name="Drafted">Every row of a draft; null once there is an edition, whose rows are read as they are written.</param>
sealed record PaperData(
    CatalogEntry Entry, Edition? Edition, ResultsView Results, Counts Counts, int Rows, IReadOnlyList<ResultRow> Largest, IReadOnlyList<RevisionRow> Revisions,
    IReadOnlyList<ReflectionCount> Reflections, IReadOnlyList<TimelineEntry> Timeline, DateTimeOffset Made, HiddenWords Hidden,
    IReadOnlyList<ResultRow>? Drafted = null)
{
    public bool Draft => Edition is null;
}

sealed class PaperSource(AppDbContext db, PublishingItems publishing, IRequestHandler<GetResults, Outcome<ResultsView>> results, TimeProvider clock)
{
    const int RowsAtOnce = 500;

    /// <summary>How many rows stand on the one page for the council.</summary>
    public const int MainRows = 5;

    public async Task<Outcome<PaperData>> Of(CatalogEntry entry, CancellationToken ct)
    {
        var consultation = entry.Consultation;
        var edition = await db.Editions.AsNoTracking().Where(e => e.ConsultationId == consultation.Id).OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct);
        var kept = edition is { Figures.Count: > 0 } ? edition : null;
        var found = await results.Handle(new GetResults(consultation.Slug, kept?.Number), ct);
        if (found.Refused) return found.Why;
        var tallies = kept?.Tallies() ?? await db.Tallies.AsNoTracking().Where(t => t.ConsultationId == consultation.Id).ToListAsync(ct);
        // A paper is for everybody: small figures are folded in it, whoever writes it.
        var (figures, counts, now) = (found.Value, Counts.Of(consultation, tallies, Caller.Anonymous), clock.GetUtcNow());
        var timeline = consultation.Space is { } space ? await db.Spaces.AsNoTracking().Where(s => s.Slug == space).SingleOrDefaultAsync(ct) : null;
        var hidden = await db.HiddenIn(consultation.Id, ct);
        if (edition is null)
        {
            var items = await publishing.Of(consultation, entry.Plan, ct);
            var rows = await Drafts(items, ct);
            var used = rows.Where(r => r.Reflection is not null).ToLookup(r => r.Reflection!, r => r.Opinions);
            return new PaperData(
                entry, null, figures, counts, rows.Count, [.. rows.OrderByDescending(r => r.Opinions).ThenBy(r => r.Number).Take(MainRows)], DraftRevisions(items, entry.Plan),
                [.. consultation.ReflectionCodes.Select(c => new ReflectionCount(c, used[c].Sum()))], timeline?.Timeline ?? [], now, hidden, rows);
        }
        var largest = await Rows(edition).OrderByDescending(r => r.Opinions).ThenBy(r => r.Number).Take(MainRows).ToListAsync(ct);
        var revisions = await db.EditionRevisions.AsNoTracking().Where(r => r.EditionId == edition.Id).OrderBy(r => r.Number).ToListAsync(ct);
        return new PaperData(
            entry, edition, figures, counts, edition.RowCount, [.. largest.Select(hidden.Row)],
            [.. revisions.Select(r => new RevisionRow(r.Number, r.Anchor, r.NewAnchor, r.Place, r.Before, r.After, r.Causes))],
            [.. consultation.ReflectionCodes.Select(c => new ReflectionCount(c, edition.Reflections.FirstOrDefault(r => r.Code == c)?.Opinions ?? 0))], timeline?.Timeline ?? [], now, hidden);
    }

    /// <summary>Every row, as it comes.</summary>
    public async IAsyncEnumerable<ResultRow> All(PaperData data, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var row in data.Drafted ?? []) yield return row;
        if (data.Edition is not { } edition) yield break;
        for (var after = 0; ;)
        {
            var some = await Rows(edition).Where(r => r.Number > after).OrderBy(r => r.Number).Take(RowsAtOnce).ToListAsync(ct);
            foreach (var row in some) yield return data.Hidden.Row(row);
            if (some.Count < RowsAtOnce) yield break;
            after = some[^1].Number;
        }
    }

    IQueryable<EditionRow> Rows(Edition edition) => db.EditionRows.AsNoTracking().Where(r => r.EditionId == edition.Id);

    async Task<IReadOnlyList<ResultRow>> Drafts(IReadOnlyList<PublishingItem> items, CancellationToken ct)
    {
        var first = await publishing.FirstWords(items, ct);
        return [.. items.Select((item, i) =>
        {
            var words = item.Response?.Words ?? ResponseWords.None;
            var summary = words.Summary.Length > 0 ? words.Summary : item.Group.Title ?? first.GetValueOrDefault(item.Group.FirstId) ?? "";
            return new ResultRow(i + 1, item.Group.Section, item.Place, summary, item.Group.Total, words.Text, words.Reflection, words.ChangesPlan, words.Where);
        })];
    }

    static IReadOnlyList<RevisionRow> DraftRevisions(IReadOnlyList<PublishingItem> items, PlanIndex plan) =>
    [
        .. PublishingItems.Changed(items).OrderBy(g => plan.Passage(g.Key)?.Order ?? int.MaxValue)
            .Select((g, i) => new RevisionRow(i + 1, g.Key, null, PublishingItems.PlaceOf(plan, g.Key), g.First().Change.Before, g.First().Change.After, [.. g.Select(c => c.Row).Distinct()])),
    ];
}
