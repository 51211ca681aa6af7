using MediatR;
using Participation.Application.Pipeline;
using Participation.Domain.Outcomes;

namespace Participation.Application.Sites;

/// <summary>The site's face.</summary>
[Audience(Audience.Public)]
public sealed record GetSite : IRequest<Outcome<SiteView>>;

/// <summary>The city's mark; not found while it has none.</summary>
[Audience(Audience.Public)]
public sealed record GetSiteMark : IRequest<Outcome<SiteMark>>;

sealed class GetSiteHandler(SiteFaces faces) : IRequestHandler<GetSite, Outcome<SiteView>>
{
    public async Task<Outcome<SiteView>> Handle(GetSite ask, CancellationToken ct) => await faces.View(ct);
}

sealed class GetSiteMarkHandler(SiteFaces faces) : IRequestHandler<GetSiteMark, Outcome<SiteMark>>
{
    public async Task<Outcome<SiteMark>> Handle(GetSiteMark ask, CancellationToken ct) => await faces.Mark(ct) is { } mark ? mark : Refusal.NotFound;
}
