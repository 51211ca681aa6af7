using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Data;
using Participation.Data.Search;
using Participation.Domain.Live;
using Participation.Domain.People;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>連続ワークショップ: what a published series is about, what its meetings are called and where they are; in every language it is said in.</summary>
sealed class SeriesSource : ISearchSource
{
    public string Kind => "series";

    public bool NewestFirst => true;

    public bool Hears(string stream) => Streams.SpaceSlug(stream) is not null;

    public async Task Index(AppDbContext db, string stream, IReadOnlyList<StreamEvent> events, IndexChange change, CancellationToken ct)
    {
        if (!events.Any(e => e.Kind is Kinds.SpaceChanged)) return;
        var space = Streams.SpaceSlug(stream);
        var all = await db.WorkshopSeries.AsNoTracking().Where(s => s.Space == space && s.PublishedAt != null).OrderBy(s => s.Id)
            .Select(s => new { s.Id, s.Title, s.Description, s.Translations, Meetings = s.Meetings.OrderBy(m => m.Number).Select(m => new { m.Title, m.Venue }).ToList() }).ToListAsync(ct);
        change.Put.AddRange(all.Select(s => new SearchDraft(new(Kind, s.Id), string.Join('\n', [s.Title, s.Description, .. s.Meetings.Select(m => $"{m.Title} {m.Venue}"), .. s.Translations.Select(t => t.Text)]))));
    }

    public IQueryable<SearchEntry> Visible(AppDbContext db, IQueryable<SearchEntry> found, Caller caller) =>
        found.Where(e => db.WorkshopSeries.Any(s => s.Id == e.Subject && s.PublishedAt != null));

    public async Task<IReadOnlyList<SearchHit>> Show(AppDbContext db, IReadOnlyList<FoundEntry> found, SearchTerms terms, Caller caller, CancellationToken ct)
    {
        var ids = found.Select(f => f.Subject).ToList();
        var rows = await db.WorkshopSeries.AsNoTracking().Where(s => ids.Contains(s.Id) && s.PublishedAt != null)
            .Select(s => new
            {
                s.Id, s.Slug, s.Title, s.Description, Space = db.Spaces.Where(p => p.Slug == s.Space).Select(p => p.Title).FirstOrDefault() ?? s.Space,
                Meetings = s.Meetings.OrderBy(m => m.Number).Select(m => new { m.Title, m.Venue }).ToList(),
            }).ToDictionaryAsync(s => s.Id, ct);
        return
        [
            .. found.Where(f => rows.ContainsKey(f.Subject)).Select(f => (f.Id, Row: rows[f.Subject])).Select(f => new SearchHit(
                f.Id, f.Row.Slug, f.Row.Space, f.Row.Title,
                Snippet.Around(string.Join('\n', [f.Row.Description, .. f.Row.Meetings.Select(m => $"{m.Title}（{m.Venue}）")]), terms))),
        ];
    }
}
