using MediatR;
using Participation.Application.Consultations;
using Participation.Application.Live;
using Participation.Application.Pipeline;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.Plans;

namespace Participation.Application.Plans;

/// <summary>The current plan as a tree of sections and passages with their anchors.</summary>
/// <param name="Version">An older one; the current where it is null.</param>
[Audience(Audience.Public)]
public sealed record GetPlan(string Slug, int? Version = null) : IRequest<Outcome<PlanView>>;

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
public sealed record PassageView(string Anchor, PassageKind Kind, string Text, string Html)
{
    internal static PassageView Of(AnchoredPassage passage) => new(passage.Anchor, passage.Kind, passage.Text, PassageHtml.Render(passage.Markdown));
}

sealed class GetPlanHandler(AppDbContext db, ConsultationCatalog catalog, FreshReads fresh) : IRequestHandler<GetPlan, Outcome<PlanView>>
{
    public async Task<Outcome<PlanView>> Handle(GetPlan ask, CancellationToken ct)
    {
        if (await catalog.Find(ask.Slug, ct) is not var (consultation, plan)) return Refusal.NotFound;
        if (ask.Version is not { } version || version == plan.Version) return plan.View;
        if (version < 1 || version > plan.Version) return Refusal.NotFound;
        return await fresh.Get((nameof(GetPlan), consultation.Id, version), async () => PlanIndex.Of(await db.Version(consultation.Id, version, ct)).View);
    }
}
