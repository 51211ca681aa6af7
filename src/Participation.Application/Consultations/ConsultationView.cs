using Participation.Domain.Consultations;
using Participation.Domain.Wording;

namespace Participation.Application.Consultations;

/// <summary>A consultation as everybody may see it.</summary>
/// <param name="SenderMonths">How long after publication its senders are kept; null for as long as the site says.</param>
public sealed record ConsultationView(
    string Slug, string? Space, string Title, string Summary, Stage Stage, WindowView Window, int MinimumDays, string? ShorteningReason,
    string Eligibility, string Office, IReadOnlyList<SenderField> RequiredFields, IReadOnlyList<SenderField> OptionalFields,
    IReadOnlyList<ChannelRule> Channels, IReadOnlyList<string> ReflectionCodes, IReadOnlyList<string> AgeBands,
    IReadOnlyList<string> Districts, DateTimeOffset AnnouncedAt, DateTimeOffset? PublishedAt, Counts Counts,
    IReadOnlyList<Translation> Translations, int? SenderMonths)
{
    public static ConsultationView Of(Consultation c, DateTimeOffset now, Counts counts) => new(
        c.Slug, c.Space, c.Title, c.Summary, c.StageAt(now), WindowView.Of(c.Window), c.MinimumDays, c.ShorteningReason, c.Eligibility, c.Office,
        c.RequiredFields, c.OptionalFields, c.Channels, c.ReflectionCodes, c.AgeBands, c.Districts, c.AnnouncedAt, c.PublishedAt, counts, c.Translations, c.SenderMonths);
}

/// <summary>募集期間: [opens, closes), and its days in its own zone.</summary>
public sealed record WindowView(DateTimeOffset Opens, DateTimeOffset Closes, string TimeZone, DateOnly FirstDay, DateOnly LastDay, int Days)
{
    public static WindowView Of(Window w) => new(w.Opens, w.Closes, w.Zone.Id, w.FirstDay, w.LastDay, w.Days);
}
