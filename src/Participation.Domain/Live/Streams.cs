namespace Participation.Domain.Live;

/// <summary>Names of the live streams that outsiders can watch.</summary>
public static class Streams
{
    const string ConsultationPrefix = "consultation:", SpacePrefix = "space:";

    /// <summary>The site's own face.</summary>
    public const string Site = "site";

    public static string Consultation(string slug) => ConsultationPrefix + slug;

    public static string Space(string slug) => SpacePrefix + slug;

    /// <summary>The slug, when the stream is a consultation's.</summary>
    public static string? ConsultationSlug(string stream) =>
        stream.StartsWith(ConsultationPrefix, StringComparison.Ordinal) ? stream[ConsultationPrefix.Length..] : null;

    /// <summary>The slug, when the stream is a space's.</summary>
    public static string? SpaceSlug(string stream) =>
        stream.StartsWith(SpacePrefix, StringComparison.Ordinal) ? stream[SpacePrefix.Length..] : null;
}
