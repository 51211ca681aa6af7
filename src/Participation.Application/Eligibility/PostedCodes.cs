using Participation.Domain.Eligibility;

namespace Participation.Application.Eligibility;

/// <summary>What <see cref="PostedCode.WaitsAt"/> says of one letter, asked of all that were not posted.</summary>
static class PostedCodes
{
    public static IQueryable<PostedCode> ToPost(this IQueryable<PostedCode> codes, DateTimeOffset now)
    {
        var since = now - PostedCode.Lifetime;
        return codes.Where(c => c.Letter != null && c.Tries < PostedCode.TriesAtMost && c.AskedAt > since);
    }

    /// <summary>Whom they were for is still kept, for nothing.</summary>
    public static IQueryable<PostedCode> Lapsed(this IQueryable<PostedCode> codes, DateTimeOffset now)
    {
        var since = now - PostedCode.Lifetime;
        return codes.Where(c => c.Letter != null && (c.Tries >= PostedCode.TriesAtMost || c.AskedAt <= since));
    }
}
