using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Pipeline;
using Participation.Domain.Outcomes;
using Participation.Domain.Plans;

namespace Participation.Application.Plans;

/// <summary>The current plan as a tree of sections and passages with their anchors.</summary>
[Audience(Audience.Public)]
public sealed record GetPlan(string Slug) : IRequest<Outcome<PlanView>>;

/// <param name="Version">0 while there is no plan.</param>
public sealed record PlanView(int Version, IReadOnlyList<SectionView> Sections)
{
    /// <summary>All passages in reading order.</summary>
    public IEnumerable<PassageView> Passages() => Sections.SelectMany(s => s.All()).SelectMany(s => s.Passages);
}

public sealed record SectionView(
    string Anchor, int Level, string? Number, string Title, IReadOnlyList<PassageView> Passages, IReadOnlyList<SectionView> Sections)
{
    /// <summary>This section and all within it.</summary>
    public IEnumerable<SectionView> All() => Sections.SelectMany(s => s.All()).Prepend(this);
}

/// <param name="Html">Safe to show: raw HTML off, links judged.</param>
public sealed record PassageView(string Anchor, PassageKind Kind, string Text, string Html);

sealed class GetPlanHandler(ConsultationCatalog catalog) : IRequestHandler<GetPlan, Outcome<PlanView>>
{
    public async Task<Outcome<PlanView>> Handle(GetPlan ask, CancellationToken ct) =>
        await catalog.Find(ask.Slug, ct) is { } entry ? entry.Plan.View : Refusal.NotFound;
}
