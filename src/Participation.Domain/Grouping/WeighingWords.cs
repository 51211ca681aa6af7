namespace Participation.Domain.Grouping;

/// <summary>The words by which texts are alike: what of their grams weighed, joined to stretches that can be read.</summary>
sealed class WeighingWords(IReadOnlyList<MeaningText> texts, MeaningVectors vectors)
{
    /// <summary>A longer stretch is no word any more.</summary>
    const int LongestWord = 24;

    /// <summary>The weightiest first; what another word holds is not said again.</summary>
    public IReadOnlyList<WeighedWord> Of(IReadOnlyList<int> some)
    {
        var weights = Weights(some);
        var all = weights.Values.Sum();
        var words = some.SelectMany(text => texts[text].Runs).SelectMany(run => Shared(run, weights))
            .GroupBy(w => w.Word, StringComparer.OrdinalIgnoreCase).Select(w => (Word: w.Select(each => each.Word).Min(StringComparer.Ordinal)!, Weight: w.Max(each => each.Weight)))
            .OrderByDescending(w => w.Weight).ThenBy(w => w.Word, StringComparer.Ordinal);
        var said = new List<WeighedWord>();
        foreach (var (word, weight) in words)
        {
            if (said.Count == GroupSuggestion.WordsAtMost) break;
            if (!said.Exists(w => w.Word.Contains(word, StringComparison.OrdinalIgnoreCase) || word.Contains(w.Word, StringComparison.OrdinalIgnoreCase)))
                said.Add(new(word, (int)Math.Round(1000 * weight / all)));
        }
        return said;
    }

    /// <summary>Of each gram that two or more have, its part in the likeness of all pairs.</summary>
    Dictionary<int, double> Weights(IReadOnlyList<int> some)
    {
        var sums = new Dictionary<int, (double Sum, double Squares)>();
        foreach (var (gram, weight) in some.Order().SelectMany(text => vectors.Rows[text]))
        {
            var (sum, squares) = sums.GetValueOrDefault(gram);
            sums[gram] = (sum + weight, squares + ((double)weight * weight));
        }
        return sums.Select(s => (s.Key, Weight: (s.Value.Sum * s.Value.Sum) - s.Value.Squares)).Where(s => s.Weight > 1e-9).ToDictionary(s => s.Key, s => s.Weight);
    }

    /// <summary>The longest stretches of a run of which every two neighbouring characters are shared.</summary>
    IEnumerable<(string Word, double Weight)> Shared(WordRun run, Dictionary<int, double> weights)
    {
        double Weight(ulong gram) => weights.GetValueOrDefault(vectors.NumberOf(gram));

        if (run.Whole)
        {
            if (Weight(run.Grams(0, run.Length).First()) is var whole && whole > 0) yield return (run.Text, whole);
            yield break;
        }
        for (int from = 0, to; from < run.Length; from = to)
        {
            to = from + 1;
            while (to < run.Length && to - from < LongestWord && Weight(run.Gram(to - 1, 2)) > 0) to++;
            if (to - from > 1) yield return (run.Part(from, to - from), run.Grams(from, to - from).Distinct().Sum(Weight));
        }
        if (run.Ending.Length > 0 && Weight(run.EndingGram()) is var ended && ended > 0) yield return (run.Part(run.Length - 1, 1) + run.Ending, ended);
    }
}
