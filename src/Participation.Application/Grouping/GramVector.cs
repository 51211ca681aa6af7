using Participation.Domain.Grouping;

namespace Participation.Application.Grouping;

/// <summary>A text as its character 2- and 3-grams, each weighed by how few others have it.</summary>
sealed class GramVector
{
    static readonly int[] Lengths = [2, 3];

    readonly (int Gram, double Weight)[] weights;
    readonly IReadOnlyList<string> names;

    GramVector((int, double)[] weights, IReadOnlyList<string> names) => (this.weights, this.names) = (weights, names);

    public static IReadOnlyList<GramVector> Of(IReadOnlyList<string> texts)
    {
        var numbers = new Dictionary<string, int>();
        var names = new List<string>();
        var counted = texts.Select(text => Grams(text).GroupBy(g => g).Select(g =>
        {
            if (numbers.TryAdd(g.Key, names.Count)) names.Add(g.Key);
            return (Gram: numbers[g.Key], Count: g.Count());
        }).ToList()).ToList();
        var having = new int[names.Count];
        foreach (var (gram, _) in counted.SelectMany(c => c)) having[gram]++;
        return [.. counted.Select(c => Normal(c.Select(g => (g.Gram, (1 + Math.Log(g.Count)) * (1 + Math.Log((texts.Count + 1.0) / (having[g.Gram] + 1))))), names))];
    }

    public double CosineTo(GramVector other)
    {
        double sum = 0;
        for (int i = 0, j = 0; i < weights.Length && j < other.weights.Length;)
        {
            var (a, b) = (weights[i].Gram, other.weights[j].Gram);
            if (a == b) sum += weights[i].Weight * other.weights[j].Weight;
            if (a <= b) i++;
            if (b <= a) j++;
        }
        return sum;
    }

    /// <summary>What texts have in common, the weightiest first; what another word holds is not said again.</summary>
    public static IReadOnlyList<WeighedWord> Shared(IReadOnlyList<GramVector> some)
    {
        var shares = some.SelectMany(v => v.weights).GroupBy(w => w.Gram).Where(g => g.Count() > 1)
            .Select(g => (Word: some[0].names[g.Key], Share: (g.Sum(w => w.Weight) * g.Sum(w => w.Weight)) - g.Sum(w => w.Weight * w.Weight)))
            .OrderByDescending(s => s.Share).ThenBy(s => s.Word, StringComparer.Ordinal).ToList();
        var all = shares.Sum(s => s.Share);
        var said = new List<WeighedWord>();
        foreach (var (word, share) in shares)
        {
            if (said.Count == GroupSuggestion.WordsAtMost) break;
            if (!said.Exists(w => w.Word.Contains(word, StringComparison.Ordinal) || word.Contains(w.Word, StringComparison.Ordinal))) said.Add(new(word, (int)(1000 * share / all)));
        }
        return said;
    }

    /// <summary>Hiragana alone hold a sentence together and say little of what it is about.</summary>
    static IEnumerable<string> Grams(string text) => Enumerable.Range(0, text.Length)
        .SelectMany(i => Lengths.Where(n => i + n <= text.Length).Select(n => text.Substring(i, n)))
        .Where(gram => !gram.All(c => c is >= 'ぁ' and <= 'ゖ'));

    static GramVector Normal(IEnumerable<(int Gram, double Weight)> weights, IReadOnlyList<string> names)
    {
        var sorted = weights.OrderBy(w => w.Gram).ToArray();
        var length = Math.Sqrt(sorted.Sum(w => w.Weight * w.Weight));
        return new([.. sorted.Select(w => (w.Gram, length is 0 ? 0 : w.Weight / length))], names);
    }
}
