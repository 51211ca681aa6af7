using FluentValidation;
using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Domain.Outcomes;
using Participation.Domain.Plans;
using Participation.Domain.Search;

namespace Participation.Application.Plans;

/// <summary>Looks for words in the current plan: passages and headings that have every term.</summary>
[Audience(Audience.Public)]
public sealed record SearchPlan(string Slug, string? Query) : IRequest<Outcome<PlanHits>>;

/// <param name="Count">How many there are; the first <see cref="MostListed"/> are listed.</param>
public sealed record PlanHits(SearchTerms Terms, int Count, IReadOnlyList<PlanHit> Items)
{
    public const int MostListed = 100;
}

/// <param name="Snippet">The words around what was found; empty where it is the heading.</param>
public sealed record PlanHit(string Anchor, string Section, IReadOnlyList<SnippetPart> Snippet);

sealed class SearchPlanValidator : AbstractValidator<SearchPlan>
{
    public SearchPlanValidator() => RuleFor(s => s.Query).MaximumLength(SearchTerms.LongestQuery)
        .WithErrorCode("field-too-long").WithState(_ => new object[] { SearchTerms.LongestQuery });
}

sealed class SearchPlanHandler(ConsultationCatalog catalog) : IRequestHandler<SearchPlan, Outcome<PlanHits>>
{
    public async Task<Outcome<PlanHits>> Handle(SearchPlan ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not { Plan: var plan }) return Refusal.NotFound;
        var terms = SearchTerms.Of(ask.Query);
        if (terms.None) return new PlanHits(terms, 0, []);
        var found = plan.Searched.Where(one => terms.All.All(term => one.Folded.Contains(term, StringComparison.Ordinal))).ToList();
        return new PlanHits(terms, found.Count, [.. found.Take(PlanHits.MostListed).Select(one => Hit(plan, one.Anchor, terms))]);
    }

    static PlanHit Hit(PlanIndex plan, string anchor, SearchTerms terms) => new(
        anchor, plan.SectionOf(anchor)!, plan.Passage(anchor) is { } passage ? Snippet.Around(NoteMarks.Shown(passage.Text), terms) : []);
}
