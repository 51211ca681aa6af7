namespace Participation.Application.Sites;

/// <summary>
/// Where the site is found, for links in mail (docs/settings.md, Site:Address). Never taken from a request: whoever asks could name
/// another host, and a link that opens an account would lead there.
/// </summary>
public sealed class SiteAddress(Func<Uri?> find)
{
    /// <summary>The address of a page of ours; null while nobody has said where the site is.</summary>
    public string? Of(string path) => find() is { } site ? new Uri(site, path).AbsoluteUri : null;
}
