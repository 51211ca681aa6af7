namespace Participation.Domain.Live;

/// <summary>Names of the live streams that outsiders can watch.</summary>
public static class Streams
{
    const string ConsultationPrefix = "consultation:", SpacePrefix = "space:", BoardPrefix = "board:";

    /// <summary>The site's own face.</summary>
    public const string Site = "site";

    public static string Consultation(string slug) => ConsultationPrefix + slug;

    public static string Space(string slug) => SpacePrefix + slug;

    /// <summary>A workshop's boards, by the session's code.</summary>
    public static string Board(string code) => BoardPrefix + code;

    /// <summary>The code, when the stream is a workshop's.</summary>
    public static string? BoardCode(string stream) =>
        stream.StartsWith(BoardPrefix, StringComparison.Ordinal) ? stream[BoardPrefix.Length..] : null;

    /// <summary>The slug, when the stream is a consultation's.</summary>
    public static string? ConsultationSlug(string stream) =>
        stream.StartsWith(ConsultationPrefix, StringComparison.Ordinal) ? stream[ConsultationPrefix.Length..] : null;

    /// <summary>The slug, when the stream is a space's.</summary>
    public static string? SpaceSlug(string stream) =>
        stream.StartsWith(SpacePrefix, StringComparison.Ordinal) ? stream[SpacePrefix.Length..] : null;
}
