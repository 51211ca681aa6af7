using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Live;
using Participation.Application.Plans;
using Participation.Data;
using Participation.Data.Search;
using Participation.Domain.Live;
using Participation.Domain.People;
using Participation.Domain.Plans;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>計画案: the headings and passages of each plan's newest version.</summary>
sealed class PlanSource(ConsultationCatalog catalog) : ISearchSource
{
    public string Kind => "plan";

    /// <summary>A plan is written anew as a whole, so this is the order in which one reads it.</summary>
    public bool NewestFirst => false;

    public bool Hears(string stream) => Streams.ConsultationSlug(stream) is not null;

    public async Task Index(AppDbContext db, string stream, IReadOnlyList<StreamEvent> events, IndexChange change, CancellationToken ct)
    {
        if (!events.Any(e => e.Kind is Kinds.PlanImported)) return;
        var slug = Streams.ConsultationSlug(stream);
        var plan = await db.Plans.AsNoTracking().AsSplitQuery().Include(p => p.Sections).Include(p => p.Passages)
            .Where(p => db.Consultations.Any(c => c.Id == p.ConsultationId && c.Slug == slug)).OrderByDescending(p => p.Version).FirstAsync(ct);
        var text = plan.ToAnchored();
        change.Clear.Add((Kind, plan.ConsultationId));
        change.Put.AddRange(text.Sections.Select(s => (s.Order, Draft: Draft(s.Anchor, $"{s.Number} {s.Title}")))
            .Concat(text.Passages.Select(p => (p.Order, Draft: Draft(p.Anchor, p.Text))))
            .OrderBy(d => d.Order).Select(d => d.Draft));

        SearchDraft Draft(string anchor, string words) => new(new(Kind, plan.ConsultationId, Anchor: anchor), words);
    }

    public IQueryable<SearchEntry> Visible(AppDbContext db, IQueryable<SearchEntry> found, Caller caller) => found;

    public async Task<IReadOnlyList<SearchHit>> Show(
        AppDbContext db, IReadOnlyList<FoundEntry> found, SearchTerms terms, Caller caller, CancellationToken ct)
    {
        var ids = found.Select(f => f.Subject).Distinct().ToList();
        var slugs = await db.Consultations.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Slug, ct);
        var hits = new List<SearchHit>();
        foreach (var entry in found)
        {
            if (!slugs.TryGetValue(entry.Subject, out var slug) || await catalog.Find(slug, ct) is not var (consultation, plan)) continue;
            // An anchor that the newest version no longer has leads nowhere.
            if (plan.Section(plan.SectionOf(entry.Anchor)) is not { } section) continue;
            hits.Add(new(entry.Id, slug, consultation.Title, HeadingOf(section), WordsOf(plan, entry.Anchor, terms), entry.Anchor));
        }
        return hits;
    }

    static string HeadingOf(AnchoredSection section) => $"{section.Number} {NoteMarks.Shown(section.Title)}".Trim();

    /// <summary>A heading has no words but its own.</summary>
    static IReadOnlyList<SnippetPart> WordsOf(PlanIndex plan, string anchor, SearchTerms terms) =>
        plan.Passage(anchor) is { } passage ? Snippet.Around(passage.Text, terms) : [];
}
