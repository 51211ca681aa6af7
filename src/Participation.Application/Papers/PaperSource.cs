using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Answering;
using Participation.Application.Consultations;
using Participation.Data;
using Participation.Domain.Answering;
using Participation.Domain.Spaces;

namespace Participation.Application.Papers;

/// <summary>What papers are written of: what was published, or, for staff before that, the answers as they stand.</summary>
/// <param name="Edition">Null while it is a draft.</param>
sealed record PaperData(
    CatalogEntry Entry, Edition? Edition, ResultsView Results, Counts Counts, int Rows, IReadOnlyList<ResultRow> Largest, IReadOnlyList<RevisionRow> Revisions,
    IReadOnlyList<ReflectionCount> Reflections, IReadOnlyList<TimelineEntry> Timeline, DateTimeOffset Made)
{
    public bool Draft => Edition is null;
}

sealed class PaperSource(AppDbContext db, PublishingItems publishing)
{
    const int RowsAtOnce = 500;

    /// <summary>How many rows stand on the one page for the council.</summary>
    public const int MainRows = 5;

    public async Task<PaperData> Of(CatalogEntry entry, ResultsView results, Counts counts, DateTimeOffset now, CancellationToken ct)
    {
        var consultation = entry.Consultation;
        var timeline = consultation.Space is { } space ? await db.Spaces.AsNoTracking().Where(s => s.Slug == space).SingleOrDefaultAsync(ct) : null;
        var edition = await db.Editions.AsNoTracking().Where(e => e.ConsultationId == consultation.Id).OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct);
        if (edition is null)
        {
            var rows = await Drafts(entry, ct);
            var used = rows.Where(r => r.Reflection is not null).ToLookup(r => r.Reflection!, r => r.Opinions);
            return new(
                entry, null, results, counts, rows.Count, [.. rows.OrderByDescending(r => r.Opinions).ThenBy(r => r.Number).Take(MainRows)], await DraftRevisions(entry, ct),
                [.. consultation.ReflectionCodes.Select(c => new ReflectionCount(c, used[c].Sum()))], timeline?.Timeline ?? [], now);
        }
        var largest = await Rows(edition).OrderByDescending(r => r.Opinions).ThenBy(r => r.Number).Take(MainRows).ToListAsync(ct);
        var revisions = await db.EditionRevisions.AsNoTracking().Where(r => r.EditionId == edition.Id).OrderBy(r => r.Number).ToListAsync(ct);
        return new(
            entry, edition, results, counts, edition.RowCount, [.. largest.Select(Row)],
            [.. revisions.Select(r => new RevisionRow(r.Number, r.Anchor, r.NewAnchor, r.Place, r.Before, r.After, r.Causes))],
            [.. consultation.ReflectionCodes.Select(c => new ReflectionCount(c, edition.Reflections.FirstOrDefault(r => r.Code == c)?.Opinions ?? 0))], timeline?.Timeline ?? [], now);
    }

    /// <summary>Every row, as it comes.</summary>
    public async IAsyncEnumerable<ResultRow> All(PaperData data, [EnumeratorCancellation] CancellationToken ct)
    {
        if (data.Edition is not { } edition)
        {
            foreach (var row in await Drafts(data.Entry, ct)) yield return row;
            yield break;
        }
        for (var after = 0; ;)
        {
            var some = await Rows(edition).Where(r => r.Number > after).OrderBy(r => r.Number).Take(RowsAtOnce).ToListAsync(ct);
            foreach (var row in some) yield return Row(row);
            if (some.Count < RowsAtOnce) yield break;
            after = some[^1].Number;
        }
    }

    IQueryable<EditionRow> Rows(Edition edition) => db.EditionRows.AsNoTracking().Where(r => r.EditionId == edition.Id);

    async Task<IReadOnlyList<ResultRow>> Drafts(CatalogEntry entry, CancellationToken ct)
    {
        var items = await publishing.Of(entry.Consultation, entry.Plan, ct);
        var first = await publishing.FirstWords(items, ct);
        return [.. items.Select((item, i) =>
        {
            var words = item.Response?.Words ?? ResponseWords.None;
            var summary = words.Summary.Length > 0 ? words.Summary : item.Group.Title ?? first.GetValueOrDefault(item.Group.FirstId) ?? "";
            return new ResultRow(i + 1, item.Group.Section, item.Place, summary, item.Group.Total, words.Text, words.Reflection, words.ChangesPlan, words.Where);
        })];
    }

    async Task<IReadOnlyList<RevisionRow>> DraftRevisions(CatalogEntry entry, CancellationToken ct)
    {
        var items = await publishing.Of(entry.Consultation, entry.Plan, ct);
        return [.. items.SelectMany((item, i) => (item.Response?.Words.Rewrites ?? []).Select(change => (Row: i + 1, Change: change))).GroupBy(c => c.Change.Anchor)
            .OrderBy(g => entry.Plan.Passage(g.Key)?.Order ?? int.MaxValue)
            .Select((g, i) => new RevisionRow(i + 1, g.Key, null, PublishingItems.PlaceOf(entry.Plan, g.Key), g.First().Change.Before, g.First().Change.After, [.. g.Select(c => c.Row).Distinct()]))];
    }

    static ResultRow Row(EditionRow r) => new(r.Number, r.Anchor, r.Place, r.Summary, r.Opinions, r.Text, r.Reflection, r.ChangesPlan, r.Where);
}
