using Microsoft.EntityFrameworkCore;
using Participation.Application.Live;
using Participation.Data;
using Participation.Data.Search;
using Participation.Domain.Live;
using Participation.Domain.People;
using Participation.Domain.Consultations;
using Participation.Domain.Search;
using Participation.Domain.Time;
using Participation.Domain.Wording;

namespace Participation.Application.Search;

/// <summary>案件: title, summary and office.</summary>
sealed class ConsultationSource : ISearchSource
{
    public string Kind => "consultation";

    public bool NewestFirst => true;

    public bool Hears(string stream) => Streams.ConsultationSlug(stream) is not null;

    public async Task Index(AppDbContext db, string stream, IReadOnlyList<StreamEvent> events, IndexChange change, CancellationToken ct)
    {
        if (!events.Any(e => e.Kind is Kinds.ConsultationAnnounced or Kinds.ConsultationAmended or Kinds.Translated)) return;
        var slug = Streams.ConsultationSlug(stream);
        var announced = await db.Consultations.AsNoTracking().Where(c => c.Slug == slug)
            .Select(c => new { c.Id, c.Title, c.Summary, c.Office, c.Translations }).SingleAsync(ct);
        string[] words = [announced.Title, announced.Summary, announced.Office, .. announced.Translations.Select(t => t.Text)];
        change.Put.Add(new(new(Kind, announced.Id), string.Join('\n', words)));
    }

    /// <summary>Everybody may see what was announced.</summary>
    public IQueryable<SearchEntry> Visible(AppDbContext db, IQueryable<SearchEntry> found, Caller caller) => found;

    public async Task<IReadOnlyList<SearchHit>> Show(
        AppDbContext db, IReadOnlyList<FoundEntry> found, SearchTerms terms, Caller caller, CancellationToken ct)
    {
        var ids = found.Select(f => f.Subject).ToList();
        var rows = await db.Consultations.AsNoTracking().Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, ct);
        return
        [
            .. found.Where(f => rows.ContainsKey(f.Subject)).Select(f => (f.Id, Row: rows[f.Subject]))
                .Select(f => new SearchHit(f.Id, f.Row.Slug, f.Row.Title, f.Row.Title, Snippet.Around(Filled(f.Row), terms))),
        ];
    }

    static string Filled(Consultation c) => Places.Fill($"{c.Summary}（{c.Office}）", place => place switch
    {
        "opens" => Wareki.Format(c.Window.FirstDay),
        "closes" => Wareki.Format(c.Window.LastDay),
        _ => $"{c.Window.Days}",
    });
}
