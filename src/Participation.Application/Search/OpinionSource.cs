using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Live;
using Participation.Data;
using Participation.Data.Search;
using Participation.Domain.Live;
using Participation.Domain.People;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>意見: what may be shown in public, and nothing of who sent it.</summary>
sealed class OpinionSource : ISearchSource
{
    public string Kind => "opinion";

    public bool NewestFirst => true;

    public bool Hears(string stream) => Streams.ConsultationSlug(stream) is not null;

    public async Task Index(AppDbContext db, string stream, IReadOnlyList<StreamEvent> events, IndexChange change, CancellationToken ct)
    {
        var received = events.Where(e => e.Kind is Kinds.OpinionReceived).Select(e => e.Sequence).ToList();
        var withdrawn = NamedBy(events, Kinds.SubmissionWithdrawn);
        var withheld = NamedBy(events, Kinds.OpinionWithheld, Kinds.OpinionLeft, Kinds.OpinionReworded);
        var shown = NamedBy(events, Kinds.OpinionShown, Kinds.OpinionReturned, Kinds.OpinionReworded);
        if (received.Count is 0 && withdrawn.Count is 0 && withheld.Count is 0 && shown.Count is 0) return;
        var slug = Streams.ConsultationSlug(stream);
        var consultation = await db.Consultations.AsNoTracking().Where(c => c.Slug == slug).Select(c => c.Id).SingleAsync(ct);
        change.Remove.AddRange(withdrawn.Concat(withheld).Select(sequence => new SearchKey(Kind, consultation, sequence)));
        if (received.Count is 0 && shown.Count is 0) return;
        var (first, last) = received.Count is 0 ? (0, -1) : (received[0], received[^1]);
        var opinions = await db.Opinions.AsNoTracking().Shown()
            .Where(o => o.ConsultationId == consultation && ((o.Sequence >= first && o.Sequence <= last) || shown.Contains(o.Sequence))).OrderBy(o => o.Sequence)
            .Select(o => new { o.Sequence, o.Channel, o.Topic, Text = o.MaskedText ?? o.Text }).ToListAsync(ct);
        change.Put.AddRange(opinions.Select(o => new SearchDraft(new(Kind, consultation, o.Sequence), $"{o.Topic}\n{o.Text}", o.Channel)));
    }

    static List<long> NamedBy(IReadOnlyList<StreamEvent> events, params string[] kinds) =>
        [.. events.Where(e => kinds.Contains(e.Kind)).SelectMany(e => e.Data.GetProperty("opinions").EnumerateArray().Select(s => s.GetInt64()))];

    public IQueryable<SearchEntry> Visible(AppDbContext db, IQueryable<SearchEntry> found, Caller caller)
    {
        var shown = db.Opinions.VisibleTo(caller).Shown();
        return found.Where(e => shown.Any(o => o.ConsultationId == e.Subject && o.Sequence == e.Number));
    }

    public async Task<IReadOnlyList<SearchHit>> Show(
        AppDbContext db, IReadOnlyList<FoundEntry> found, SearchTerms terms, Caller caller, CancellationToken ct)
    {
        var ids = found.Select(f => f.Id).ToList();
        var rows = await db.SearchEntries.AsNoTracking().Where(e => ids.Contains(e.Id))
            .Join(db.Opinions.VisibleTo(caller).Shown(), e => new { Id = e.Subject, e.Number }, o => new { Id = o.ConsultationId, Number = o.Sequence },
                (e, o) => new { e.Id, o.ConsultationId, o.Sequence, Text = o.MaskedText ?? o.Text, o.ReceivedAt })
            .Join(db.Consultations, o => o.ConsultationId, c => c.Id, (o, c) => new { Opinion = o, c.Slug, c.Title }).ToListAsync(ct);
        return
        [
            .. rows.Select(r => new SearchHit(
                r.Opinion.Id, r.Slug, r.Title, r.Title, Snippet.Around(r.Opinion.Text, terms), Sequence: r.Opinion.Sequence, At: r.Opinion.ReceivedAt)),
        ];
    }
}
