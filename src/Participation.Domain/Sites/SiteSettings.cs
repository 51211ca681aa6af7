using System.Text.Json.Serialization;

namespace Participation.Domain.Sites;

/// <summary>A block of the home page, in the order of the enum until a city says otherwise.</summary>
public enum HomeBlock { ClosingSoon, Open, Announced, Spaces, Answered, Closed, ReceiptLookUp }

/// <summary>A page that the footer leads to: このサイトについて, プライバシー.</summary>
public sealed record FooterPage(string Slug, string Title, string Markdown)
{
    public string TitleField => $"pages[{Slug}].title";

    public string TextField => $"pages[{Slug}].markdown";
}

/// <summary>A line over every page, from an instant until another; null is open.</summary>
public sealed record Announcement(string Text, DateTimeOffset? From, DateTimeOffset? Until)
{
    public bool IsShownAt(DateTimeOffset now) => (From is not { } from || from <= now) && (Until is not { } until || now < until);
}

/// <summary>What a city says of its site; null where it keeps what we say.</summary>
public sealed record SiteSettings
{
    public string? Name { get; init; }
    public string? NameEnglish { get; init; }

    /// <summary>Links and buttons, as <c>#0017c1</c>.</summary>
    public string? ActionColour { get; init; }

    /// <summary>The warm strokes and marks.</summary>
    public string? AccentColour { get; init; }

    public string? Office { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Address { get; init; }
    public Announcement? Announcement { get; init; }
    public IReadOnlyList<FooterPage> Pages { get; init; } = [];

    /// <summary>What the home page shows, in this order; what is left out is not shown.</summary>
    public IReadOnlyList<HomeBlock> Home { get; init; } = Enum.GetValues<HomeBlock>();

    /// <summary>What can be said again in other languages; the name has an English one of its own.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Sayable => new Dictionary<string, string>(
        Pages.SelectMany(p => new[] { KeyValuePair.Create(p.TitleField, p.Title), KeyValuePair.Create(p.TextField, p.Markdown) }))
    {
        ["announcement"] = Announcement?.Text ?? "", ["office"] = Office ?? "", ["address"] = Address ?? "",
    };
}
