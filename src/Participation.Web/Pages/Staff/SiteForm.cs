using System.Globalization;
using Participation.Application.Sites;
using Participation.Domain.Sites;
using Participation.Domain.Time;

namespace Participation.Web.Pages.Staff;

/// <summary>What an administrator types of the site.</summary>
public sealed class SiteForm
{
    const int SparePages = 2;

    public int? Version { get; set; }
    public string? Name { get; set; }
    public string? NameEnglish { get; set; }
    public string? ActionColour { get; set; }
    public string? AccentColour { get; set; }
    public string? Office { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? Address { get; set; }
    public string? AnnouncementText { get; set; }
    public DateTime? AnnouncementFrom { get; set; }
    public DateTime? AnnouncementUntil { get; set; }
    public List<BlockRow> Home { get; set; } = [];
    public List<PageRow> Pages { get; set; } = [];

    /// <param name="Place">From 1; 0 leaves the block out.</param>
    public sealed class BlockRow
    {
        public HomeBlock Block { get; set; }
        public int Place { get; set; }
    }

    public sealed class PageRow
    {
        public string? Slug { get; set; }
        public string? Title { get; set; }
        public string? Markdown { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Slug) && string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Markdown);
    }

    public static SiteForm Of(SiteView site) => new()
    {
        Version = site.Version, Name = site.Settings.Name, NameEnglish = site.Settings.NameEnglish, ActionColour = site.Settings.ActionColour,
        AccentColour = site.Settings.AccentColour, Office = site.Settings.Office, Phone = site.Settings.Phone, Email = site.Settings.Email,
        Address = site.Settings.Address, AnnouncementText = site.Settings.Announcement?.Text,
        AnnouncementFrom = Local(site.Settings.Announcement?.From), AnnouncementUntil = Local(site.Settings.Announcement?.Until),
        Home = [.. Enum.GetValues<HomeBlock>().Select(b => new BlockRow { Block = b, Place = site.Settings.Home.ToList().IndexOf(b) + 1 })],
        Pages = [.. site.Settings.Pages.Select(p => new PageRow { Slug = p.Slug, Title = p.Title, Markdown = p.Markdown })],
    };

    /// <summary>Room for more.</summary>
    public SiteForm WithSparePages()
    {
        Pages = [.. Pages.Where(p => !p.IsEmpty).Concat(Enumerable.Range(0, SparePages).Select(_ => new PageRow()))];
        return this;
    }

    public SiteSettings ToSettings() => new()
    {
        Name = Said(Name), NameEnglish = Said(NameEnglish), ActionColour = Said(ActionColour), AccentColour = Said(AccentColour),
        Office = Said(Office), Phone = Said(Phone), Email = Said(Email), Address = Said(Address),
        Announcement = Said(AnnouncementText) is { } text ? new(text, Instant(AnnouncementFrom), Instant(AnnouncementUntil)) : null,
        Home = [.. Home.Where(b => b.Place > 0).OrderBy(b => b.Place).ThenBy(b => b.Block).Select(b => b.Block)],
        Pages = [.. Pages.Where(p => !p.IsEmpty).Select(p => new FooterPage(p.Slug?.Trim() ?? "", p.Title?.Trim() ?? "", p.Markdown ?? ""))],
    };

    public static string? Text(DateTime? local) => local?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static DateTime? Local(DateTimeOffset? at) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, JapanTime.Zone).DateTime : null;

    static DateTimeOffset? Instant(DateTime? local) =>
        local is { } time ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), JapanTime.Zone.GetUtcOffset(time)).ToUniversalTime() : null;
}
