using Participation.Domain.Grouping;

namespace Participation.Bench.Grouping;

/// <summary>What anybody would write first: TF-IDF over all character 2- and 3-grams, and whoever is alike enough is in one group.</summary>
static class PlainTfIdf
{
    static readonly int[] Sizes = [2, 3];

    public static IEnumerable<IReadOnlyList<int>> Groups(IReadOnlyList<string> texts, double alike)
    {
        var vectors = Vectors(texts);
        var leads = Enumerable.Range(0, texts.Count).ToArray();
        int Lead(int i) => leads[i] == i ? i : leads[i] = Lead(leads[i]);
        for (var i = 0; i < texts.Count; i++)
            for (var j = 0; j < i; j++)
                if (Cosine(vectors[i], vectors[j]) >= alike) leads[Lead(i)] = Lead(j);
        return Enumerable.Range(0, texts.Count).GroupBy(Lead).Select(g => g.ToList());
    }

    static Dictionary<string, double>[] Vectors(IReadOnlyList<string> texts)
    {
        var counts = texts.Select(text => Grams(ComparableText.Of(text)).CountBy(g => g).ToDictionary()).ToArray();
        var having = counts.SelectMany(c => c.Keys).CountBy(g => g).ToDictionary();
        return [.. counts.Select(c =>
        {
            var weights = c.ToDictionary(g => g.Key, g => g.Value * (Math.Log((1.0 + texts.Count) / (1 + having[g.Key])) + 1));
            var length = Math.Sqrt(weights.Values.Sum(w => w * w));
            return weights.ToDictionary(w => w.Key, w => w.Value / length);
        })];
    }

    static IEnumerable<string> Grams(string text) =>
        Sizes.SelectMany(size => Enumerable.Range(0, Math.Max(0, text.Length - size + 1)).Select(at => text.Substring(at, size)));

    static double Cosine(Dictionary<string, double> one, Dictionary<string, double> other) =>
        one.Sum(w => w.Value * other.GetValueOrDefault(w.Key));
}
