namespace Participation.Application;

/// <summary>A stretch of a list, and after which sequence the next one begins; null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, long? Next)
{
    public Page<TOther> Map<TOther>(Func<T, TOther> map) => new([.. Items.Select(map)], Next);
}

static class Page
{
    /// <summary>From one row more than asked for, which tells whether there is a next page.</summary>
    public static Page<T> Of<T>(List<T> oneMore, int limit, Func<T, long> sequence) => oneMore.Count > limit
        ? new(oneMore[..limit], sequence(oneMore[limit - 1]))
        : new(oneMore, null);
}

static class Paging
{
    public const int AtMost = 500;

    public static int Bound(int limit) => Math.Clamp(limit, 1, AtMost);
}
