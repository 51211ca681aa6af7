using Participation.Domain.Sites;
using Participation.Domain.Wording;

namespace Participation.Application.Sites;

/// <summary>The site's face as everybody sees it.</summary>
/// <param name="MarkHash">Changes with the mark, so that its address does; null while the city has none.</param>
public sealed record SiteView(SiteSettings Settings, string? MarkHash, int Version, IReadOnlyList<Translation> Translations)
{
    public static readonly SiteView Ours = new(new SiteSettings(), null, 0, []);
}

/// <summary>The mark itself.</summary>
public sealed record SiteMark(byte[] Bytes, string MediaType, string Hash);
