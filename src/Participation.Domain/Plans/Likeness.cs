namespace Participation.Domain.Plans;

/// <summary>How much two texts have in common: the share of neighbouring characters both have (Dice).</summary>
sealed class Likeness
{
    readonly HashSet<(char, char)> pairs = [];

    public Likeness(string text)
    {
        var folded = Folded.Of(text);
        for (var i = 0; i + 1 < folded.Length; i++) pairs.Add((folded[i], folded[i + 1]));
    }

    /// <summary>0 for nothing, 1 for all.</summary>
    public double To(Likeness other) =>
        pairs.Count + other.pairs.Count is var all and > 0 ? 2.0 * pairs.Count(other.pairs.Contains) / all : 0;
}
