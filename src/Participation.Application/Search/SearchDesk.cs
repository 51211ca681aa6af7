using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Search;

namespace Participation.Application.Search;

/// <summary>職員の検索: submissions, opinions shown or not, groups, answers and packs, plans and consultations, the first few of each or one kind page by page.</summary>
/// <param name="Slug">Only in this consultation.</param>
/// <param name="Channel">Only what came by it; of submissions and opinions.</param>
/// <param name="After">The rank after which to go on; of one kind only.</param>
[Audience(Audience.SpaceStaff)]
public sealed record SearchDesk(string? Query, string? Kind = null, string? Slug = null, Channel? Channel = null, long? After = null, int Limit = 5)
    : IRequest<Outcome<DeskSearchResult>>;

/// <param name="Consultations">Those that the asker works on, to narrow by.</param>
public sealed record DeskSearchResult(SearchTerms Terms, IReadOnlyList<SearchedConsultation> Consultations, IReadOnlyList<DeskGroup> Groups);

public sealed record SearchedConsultation(int Id, string Slug, string Title, string? Space);

/// <summary>What was found of a kind; counted as <see cref="SearchGroup"/> is.</summary>
public sealed record DeskGroup(string Kind, int Count, bool CountedAll, IReadOnlyList<DeskHit> Items, long? Next);

/// <summary>Something found, with what leads to it. Nothing of who sent it: their own page shows that, and each look there is logged.</summary>
/// <param name="Rank">Its place in the list; pages are read by it.</param>
public sealed record DeskHit(
    long Rank, string Slug, string Consultation, string Title, IReadOnlyList<SnippetPart> Snippet, string? Receipt = null, int? Ordinal = null, long? Sequence = null,
    int? Group = null, int? Total = null, string? Anchor = null, Channel? Channel = null, SubmissionStatus? Status = null, int? Answer = null,
    Guid? Pack = null);

sealed class SearchDeskValidator : AbstractValidator<SearchDesk>
{
    public SearchDeskValidator() => RuleFor(s => s.Query).MaximumLength(SearchTerms.LongestQuery)
        .WithErrorCode("field-too-long").WithState(_ => new object[] { SearchTerms.LongestQuery });
}

sealed class SearchDeskHandler(AppDbContext db, IEnumerable<IDeskSource> sources, Caller caller) : IRequestHandler<SearchDesk, Outcome<DeskSearchResult>>
{
    const int PageAtMost = 50;
    const int SecondsAtMost = 5;

    public async Task<Outcome<DeskSearchResult>> Handle(SearchDesk ask, CancellationToken ct)
    {
        if (ask.Kind is not null && sources.All(s => s.Kind != ask.Kind)) return Refusal.Invalid("kind", "search-kind-unknown");
        var terms = SearchTerms.Of(ask.Query);
        var all = await db.Consultations.AsNoTracking().OrderByDescending(c => c.Id).Select(c => new SearchedConsultation(c.Id, c.Slug, c.Title, c.Space)).ToListAsync(ct);
        var mine = all.Where(c => caller.IsStaffOf(c.Space)).ToList();
        var within = ask.Slug is null ? mine : mine.FindAll(c => c.Slug == ask.Slug);
        if (ask.Slug is not null && within.Count is 0) return Refusal.NotFound;
        if (terms.None) return new DeskSearchResult(terms, mine, []);
        db.Database.SetCommandTimeout(SecondsAtMost);
        var looked = new DeskLook(ask.Query!.Trim(), terms, within.ToDictionary(c => c.Id), within.Count == all.Count, ask.Channel, ask.After, Math.Clamp(ask.Limit, 1, PageAtMost));
        var groups = new List<DeskGroup>();
        foreach (var source in sources)
        {
            var wanted = ask.Kind is null || ask.Kind == source.Kind;
            groups.Add(await source.Search(looked with { After = ask.Kind is null ? null : ask.After, Limit = wanted ? looked.Limit : 0 }, ct));
        }
        return new DeskSearchResult(terms, mine, groups);
    }
}
