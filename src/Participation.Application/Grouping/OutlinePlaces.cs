namespace Participation.Application.Grouping;

/// <summary>Places with room between them, so that what is moved changes no neighbour.</summary>
static class OutlinePlaces
{
    const int Step = 1 << 12;

    /// <summary>Of the first, second, third…</summary>
    public static int Of(int index) => (index + 1) * Step;

    /// <summary>Between two neighbours, either of which may be missing; null when there is no room.</summary>
    public static int? Between(int? before, int? after) => (before, after) switch
    {
        (null, null) => Of(0),
        (int b, null) => b + Step,
        (null, int a) => a - Step,
        (int b, int a) => a - b < 2 ? null : b + ((a - b) / 2),
    };
}
