namespace Participation.Domain.Consultations;

/// <summary>
/// Which cells of a table of people are not shown, so that nobody is told what a few neighbours said of themselves: those under
/// <see cref="Least"/>, and as many more as it takes that no hidden cell follows from the total and the shown ones
/// (docs/adr/0009-small-counts.md).
/// </summary>
public static class SmallCells
{
    /// <summary>The smallest group of people that is shown.</summary>
    public const int Least = 5;

    /// <summary>True for each cell to hide. What is hidden follows from the counts alone, never from their order or names.</summary>
    public static IReadOnlyList<bool> Hide(IReadOnlyList<int> people)
    {
        // A table of one cell is its own total; and where every small cell is empty there is nobody to protect.
        if (people.Count < 2 || !people.Any(p => p is > 0 and < Least)) return new bool[people.Count];
        var hidden = people.Select(p => p < Least).ToArray();
        while (IsTold(people, hidden) && Smallest(people, hidden) is { } next)
            for (var i = 0; i < hidden.Length; i++)
                // All that are alike, or who knows the order of choosing could tell the one chosen from the others.
                hidden[i] |= people[i] == next;
        return hidden;
    }

    /// <summary>One cell alone is a subtraction; a sum under five is itself a small group; of small cells alone, the largest sum there can be gives each.</summary>
    static bool IsTold(IReadOnlyList<int> people, bool[] hidden)
    {
        var under = people.Where((_, i) => hidden[i]).ToList();
        return under.Count < 2 || under.Sum() < Least || under.All(p => p is Least - 1);
    }

    static int? Smallest(IReadOnlyList<int> people, bool[] hidden) =>
        people.Where((_, i) => !hidden[i]).Select(p => (int?)p).Min();
}
