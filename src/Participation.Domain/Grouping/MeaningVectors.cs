using System.Runtime.InteropServices;

namespace Participation.Domain.Grouping;

/// <summary>
/// Texts as weighed grams (TF-IDF): what few others have weighs most, a repeated gram by the root of its count. Grams are numbered by
/// what they are and each text holds them in that order, so that sums come out the same whoever is first.
/// </summary>
sealed class MeaningVectors
{
    /// <summary>
    /// What stands in one text alone joins it to nobody, but makes it long: whoever says much besides is less like. Wholly counted it
    /// would drown short opinions in chance words.
    /// </summary>
    const double AloneCounts = 0.3;

    readonly Dictionary<ulong, int> numbers;

    MeaningVectors(Dictionary<ulong, int> numbers, (int Gram, float Weight)[][] rows) => (this.numbers, Rows) = (numbers, rows);

    /// <summary>Of each text, what others have too; the product of two rows is their likeness, 0 to 1.</summary>
    public IReadOnlyList<(int Gram, float Weight)[]> Rows { get; }

    /// <summary>How many grams two texts or more have.</summary>
    public int Grams => numbers.Count;

    /// <returns>-1 for one that stands in one text alone.</returns>
    public int NumberOf(ulong gram) => numbers.GetValueOrDefault(gram, -1);

    /// <param name="besides">Tell how common a gram is; they get no row.</param>
    public static MeaningVectors Of(IReadOnlyList<MeaningText> texts, IReadOnlyList<MeaningText> besides)
    {
        var counts = texts.Select(Counted).ToArray();
        var having = new Dictionary<ulong, int>();
        foreach (var gram in counts.SelectMany(c => c.Keys)) CollectionsMarshal.GetValueRefOrAddDefault(having, gram, out _)++;
        var numbers = having.Where(h => h.Value > 1).Select(h => h.Key).Order().Select((gram, number) => (gram, number)).ToDictionary(g => g.gram, g => g.number);
        foreach (var gram in besides.SelectMany(text => Counted(text).Keys)) CollectionsMarshal.GetValueRefOrAddDefault(having, gram, out _)++;
        var all = texts.Count + besides.Count;
        return new(numbers, [.. counts.Select(Row)]);

        (int, float)[] Row(Dictionary<ulong, double> counted)
        {
            var weights = counted.OrderBy(c => c.Key)
                .Select(c => (Gram: numbers.GetValueOrDefault(c.Key, -1), Weight: Math.Sqrt(c.Value) * Math.Log((all + 0.5) / having[c.Key]))).ToArray();
            var length = Math.Sqrt(weights.Sum(w => w.Weight * w.Weight * (w.Gram < 0 ? AloneCounts : 1)));
            return [.. weights.Where(w => w.Gram >= 0).Select(w => (w.Gram, (float)(w.Weight / length)))];
        }
    }

    static Dictionary<ulong, double> Counted(MeaningText text)
    {
        var counts = new Dictionary<ulong, double>();
        foreach (var (gram, weight) in text.Runs.SelectMany(run => run.Grams())) CollectionsMarshal.GetValueRefOrAddDefault(counts, gram, out _) += weight;
        return counts;
    }
}
