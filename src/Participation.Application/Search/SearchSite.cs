using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Data.Search;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>サイト内検索: the first few of every kind, or one kind page by page.</summary>
/// <param name="Kind">Null for all kinds.</param>
/// <param name="After">The rank after which to go on; of one kind only.</param>
[Audience(Audience.Public)]
public sealed record SearchSite(string? Query, string? Kind = null, long? After = null, int Limit = 5) : IRequest<Outcome<SearchResult>>;

/// <summary>What was found, by kind; nothing when no word was asked for.</summary>
public sealed record SearchResult(SearchTerms Terms, IReadOnlyList<SearchGroup> Groups)
{
    public bool Nothing => Groups.All(g => g.Count is 0);
}

/// <param name="Count">How many there are, counted up to <see cref="MostCounted"/>.</param>
/// <param name="CountedAll">False when there are more than that.</param>
public sealed record SearchGroup(string Kind, int Count, bool CountedAll, IReadOnlyList<SearchHit> Items, long? Next)
{
    /// <summary>More than anybody reads; to count on would cost more than to find.</summary>
    public const int MostCounted = 1000;
}

sealed class SearchSiteValidator : AbstractValidator<SearchSite>
{
    public SearchSiteValidator() => RuleFor(s => s.Query).MaximumLength(SearchTerms.LongestQuery)
        .WithErrorCode("field-too-long").WithState(_ => new object[] { SearchTerms.LongestQuery });
}

sealed class SearchSiteHandler(AppDbContext db, IEnumerable<ISearchSource> all, Caller caller)
    : IRequestHandler<SearchSite, Outcome<SearchResult>>
{
    readonly IReadOnlyList<ISearchSource> sources = [.. all.Where(s => !s.ForStaff)];

    const int PageAtMost = 50;
    const int SecondsAtMost = 5;

    public async Task<Outcome<SearchResult>> Handle(SearchSite ask, CancellationToken ct)
    {
        if (ask.Kind is not null && sources.All(s => s.Kind != ask.Kind)) return Refusal.Invalid("kind", "search-kind-unknown");
        var terms = SearchTerms.Of(ask.Query);
        if (terms.None) return new SearchResult(terms, []);
        db.Database.SetCommandTimeout(SecondsAtMost);
        var groups = new List<SearchGroup>();
        foreach (var source in sources) groups.Add(await Search(source, ask, terms, ct));
        return new SearchResult(terms, groups);
    }

    async Task<SearchGroup> Search(ISearchSource source, SearchSite ask, SearchTerms terms, CancellationToken ct)
    {
        var visible = source.Visible(db, db.Found(source.Kind, terms).AsNoTracking(), caller);
        var count = await db.InAnyOrder(source.InOrder(visible)).Take(SearchGroup.MostCounted + 1).CountAsync(ct);
        var page = ask.Kind is null || ask.Kind == source.Kind
            ? await Read(source, visible, ask, terms, ct)
            : new Page<SearchHit>([], null);
        return new(source.Kind, Math.Min(count, SearchGroup.MostCounted), count <= SearchGroup.MostCounted, page.Items, page.Next);
    }

    async Task<Page<SearchHit>> Read(ISearchSource source, IQueryable<SearchEntry> visible, SearchSite ask, SearchTerms terms, CancellationToken ct)
    {
        var limit = Math.Clamp(ask.Limit, 1, PageAtMost);
        if (ask is { Kind: not null, After: { } after })
            visible = source.NewestFirst ? visible.Where(e => e.Id < after) : visible.Where(e => e.Id > after);
        var rows = await source.InOrder(visible)
            .Take(limit + 1).Select(e => new FoundEntry(e.Id, e.Subject, e.Number, e.Anchor)).ToListAsync(ct);
        var page = Page.Of(rows, limit, e => e.Id);
        var hits = (await source.Show(db, page.Items, terms, caller, ct)).ToDictionary(h => h.Rank);
        // Gone between finding and showing: left out, and the next page begins where it would have.
        return new([.. page.Items.Where(e => hits.ContainsKey(e.Id)).Select(e => hits[e.Id])], page.Next);
    }
}
