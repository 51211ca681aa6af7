namespace Participation.Bench.Running;

/// <summary>The bare and the real side by turns, so that a slow minute of the machine falls on both.</summary>
static class Turns
{
    public static async Task<IReadOnlyList<Turn<T>>> Take<T>(int rounds, Func<int, Task<T>> bare, Func<int, Task<T>> real)
    {
        var turns = new List<Turn<T>>();
        for (var round = 0; round < rounds; round++)
        {
            // Who goes first changes, so that neither always finds the machine warmed by the other.
            var first = round % 2 == 0 ? await bare(round) : await real(round);
            var second = round % 2 == 0 ? await real(round) : await bare(round);
            turns.Add(round % 2 == 0 ? new(first, second) : new(second, first));
        }
        return turns;
    }

    /// <summary>Of each round's ratio, the one in the middle.</summary>
    public static double MedianRatio<T>(this IReadOnlyList<Turn<T>> turns, Func<T, double> of) => turns.Select(t => of(t.Real) / of(t.Bare)).Median();

    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

readonly record struct Turn<T>(T Bare, T Real);
