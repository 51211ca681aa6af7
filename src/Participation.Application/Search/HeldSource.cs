using Microsoft.EntityFrameworkCore;
using Participation.Application.Consultations;
using Participation.Application.Live;
using Participation.Data;
using Participation.Data.Search;
using Participation.Domain.Consultations;
using Participation.Domain.Live;
using Participation.Domain.People;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>公開していない意見: late, out of scope or not shown. For staff alone; in the words that are left after masking.</summary>
sealed class HeldSource : ISearchSource
{
    public string Kind => "held";

    public bool ForStaff => true;

    public bool NewestFirst => true;

    public bool Hears(string stream) => Streams.ConsultationSlug(stream) is not null;

    public async Task Index(AppDbContext db, string stream, IReadOnlyList<StreamEvent> events, IndexChange change, CancellationToken ct)
    {
        var came = events.Where(e => e.Kind is Kinds.OpinionReceived or Kinds.OpinionLate).Select(e => e.Sequence).ToList();
        var named = events.Where(e => e.Data.TryGetProperty("opinions", out _)).SelectMany(e => e.Data.GetProperty("opinions").EnumerateArray().Select(s => s.GetInt64())).Distinct().ToList();
        if (came.Count is 0 && named.Count is 0) return;
        var slug = Streams.ConsultationSlug(stream);
        var consultation = await db.Consultations.AsNoTracking().Where(c => c.Slug == slug).Select(c => c.Id).SingleAsync(ct);
        change.Remove.AddRange(named.Select(sequence => new SearchKey(Kind, consultation, sequence)));
        var (first, last) = came.Count is 0 ? (0, -1) : (came[0], came[^1]);
        var held = await db.Opinions.AsNoTracking().Held()
            .Where(o => o.ConsultationId == consultation && ((o.Sequence >= first && o.Sequence <= last) || named.Contains(o.Sequence))).OrderBy(o => o.Sequence)
            .Select(o => new { o.Sequence, o.Channel, o.Topic, Text = o.MaskedText ?? o.Text }).ToListAsync(ct);
        change.Put.AddRange(held.Select(o => new SearchDraft(new(Kind, consultation, o.Sequence), $"{o.Topic}\n{o.Text}", o.Channel)));
    }

    public IQueryable<SearchEntry> Visible(AppDbContext db, IQueryable<SearchEntry> found, Caller caller)
    {
        var held = db.Opinions.VisibleTo(caller).Held();
        return found.Where(e => held.Any(o => o.ConsultationId == e.Subject && o.Sequence == e.Number));
    }

    /// <summary>Staff are shown them at their desk: <see cref="SearchDesk"/>.</summary>
    public Task<IReadOnlyList<SearchHit>> Show(AppDbContext db, IReadOnlyList<FoundEntry> found, SearchTerms terms, Caller caller, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<SearchHit>>([]);
}
