using System.Text.RegularExpressions;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Consultations;

/// <summary>What staff decide when they announce a consultation (案件の設定).</summary>
public sealed partial record ConsultationSettings
{
    /// <summary>Thirty days is what 行政手続法 39条3項 asks of the state and most ordinances of cities.</summary>
    public const int UsualMinimumDays = 30;

    public required string Slug { get; init; }

    /// <summary>Slug of the space it belongs to.</summary>
    public string? Space { get; init; }

    public required string Title { get; init; }
    public string Summary { get; init; } = "";

    /// <summary>Who may submit, in words: 住民・在勤・在学・利害関係者.</summary>
    public string Eligibility { get; init; } = "";

    /// <summary>担当課.</summary>
    public string Office { get; init; } = "";

    public required Window Window { get; init; }
    public int MinimumDays { get; init; } = UsualMinimumDays;

    /// <summary>短縮理由, shown to the public.</summary>
    public string? ShorteningReason { get; init; }

    public IReadOnlyList<SenderField> RequiredFields { get; init; } = [];

    /// <summary>Fields that are asked for but may stay empty.</summary>
    public IReadOnlyList<SenderField> OptionalFields { get; init; } = [];

    public IReadOnlyList<ChannelRule> Channels { get; init; } = [new(Channel.Web)];

    /// <summary>反映区分 of this city, in order.</summary>
    public IReadOnlyList<string> ReflectionCodes { get; init; } = [];

    /// <summary>The choices a form offers; empty means free words.</summary>
    public IReadOnlyList<string> AgeBands { get; init; } = [];

    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>A slug that is no address, a window shorter than the minimum without a reason, no channel.</summary>
    public IEnumerable<Fault> Faults()
    {
        if (!SlugShape().IsMatch(Slug)) yield return new("slug", "slug-shape");
        if (string.IsNullOrWhiteSpace(Title)) yield return new("title", "required");
        if (Channels.Count == 0) yield return new("channels", "required");
        if (Channels.DistinctBy(c => c.Channel).Count() < Channels.Count) yield return new("channels", "channel-twice");
        if (MinimumDays < 0) yield return new("minimumDays", "number-negative");
        if (Window.Days < MinimumDays && string.IsNullOrWhiteSpace(ShorteningReason))
            yield return new("shorteningReason", "shortening-reason-required", Window.Days, MinimumDays);
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")]
    private static partial Regex SlugShape();
}
