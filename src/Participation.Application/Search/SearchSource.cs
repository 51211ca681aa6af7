using Participation.Application.Live;
using Participation.Data;
using Participation.Data.Search;
using Participation.Domain.People;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>
/// A kind of thing that can be found. A further kind is one more class and a line in <see cref="ApplicationServices"/>; results stand
/// in the order of registration.
/// </summary>
public interface ISearchSource
{
    /// <summary>As addresses and the API spell it; the page has a word <c>Search.Kind.{kind}</c>.</summary>
    string Kind { get; }

    /// <summary>Whether it is found by staff alone (<see cref="SearchDesk"/>) and by no search of the public.</summary>
    bool ForStaff => false;

    /// <summary>Newest first, or in the order they were put in.</summary>
    bool NewestFirst { get; }

    /// <summary>Whether events of a stream may change what is to be found.</summary>
    bool Hears(string stream);

    /// <summary>Notes what events change. Reads the rows as they stand now: the same events heard again lead to the same index.</summary>
    Task Index(AppDbContext db, string stream, IReadOnlyList<StreamEvent> events, IndexChange change, CancellationToken ct);

    /// <summary>Only what this caller may see now, as the rows themselves say it: the index may be a moment behind them.</summary>
    IQueryable<SearchEntry> Visible(AppDbContext db, IQueryable<SearchEntry> found, Caller caller);

    /// <summary>What a reader is shown for each, in any order; what may no longer be seen is left out.</summary>
    Task<IReadOnlyList<SearchHit>> Show(AppDbContext db, IReadOnlyList<FoundEntry> found, SearchTerms terms, Caller caller, CancellationToken ct);
}

static class SearchSources
{
    /// <summary>As results of this kind are read.</summary>
    public static IOrderedQueryable<SearchEntry> InOrder(this ISearchSource source, IQueryable<SearchEntry> found) =>
        source.NewestFirst ? found.OrderByDescending(e => e.Id) : found.OrderBy(e => e.Id);
}

/// <summary>An entry without its words.</summary>
public sealed record FoundEntry(long Id, int Subject, long Number, string Anchor);

/// <summary>Something found, ready to be shown and gone to.</summary>
/// <param name="Rank">Its place in the list; pages are read by it.</param>
/// <param name="Consultation">What it belongs to: a consultation, or the space of a series.</param>
/// <param name="Title">The consultation's or the series', or the heading it stands under.</param>
/// <param name="Anchor">Where in the plan.</param>
/// <param name="Sequence">Which opinion.</param>
public sealed record SearchHit(
    long Rank, string Slug, string Consultation, string Title, IReadOnlyList<SnippetPart> Snippet, string? Anchor = null, long? Sequence = null,
    DateTimeOffset? At = null);
