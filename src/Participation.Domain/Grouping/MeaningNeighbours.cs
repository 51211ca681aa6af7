namespace Participation.Domain.Grouping;

/// <summary>Who is like whom: for each text its likeliest others, found by the grams they share and not by comparing all with all.</summary>
static class MeaningNeighbours
{
    /// <summary>Less is chance, far below what ever joins two groups.</summary>
    const float Chance = 0.08f;

    /// <summary>Kept for each text, so that memory grows with the texts and not with their square.</summary>
    const int KeptAtMost = 128;

    const int Stretch = 256;

    /// <returns>Of each text, the others and their likeness; if one holds the other, both do.</returns>
    public static Dictionary<int, double>[] Of(MeaningVectors vectors, IProgress<int>? progress, CancellationToken ct)
    {
        var having = Having(vectors);
        var rows = vectors.Rows;
        var kept = new (int Text, float Likeness)[rows.Count][];
        for (var from = 0; from < rows.Count; from += Stretch)
        {
            var to = Math.Min(rows.Count, from + Stretch);
            Parallel.For(from, to, new ParallelOptions { CancellationToken = ct }, () => new float[rows.Count], (i, _, sums) =>
            {
                kept[i] = Likest(i, rows[i], having, sums);
                return sums;
            }, _ => { });
            progress?.Report(to);
        }
        var neighbours = rows.Select(_ => new Dictionary<int, double>()).ToArray();
        for (var i = 0; i < kept.Length; i++)
            foreach (var (text, likeness) in kept[i]) neighbours[i][text] = neighbours[text][i] = likeness;
        return neighbours;
    }

    /// <param name="sums">All zero, before and after.</param>
    static (int, float)[] Likest(int self, (int Gram, float Weight)[] row, List<(int Text, float Weight)>[] having, float[] sums)
    {
        var met = new List<int>();
        foreach (var (gram, weight) in row)
            foreach (var (text, theirs) in having[gram])
            {
                if (sums[text] is 0) met.Add(text);
                sums[text] += weight * theirs;
            }
        var likest = met.Where(text => text != self && sums[text] >= Chance).Select(text => (Text: text, Likeness: sums[text]))
            .OrderByDescending(l => l.Likeness).ThenBy(l => l.Text).Take(KeptAtMost).ToArray();
        foreach (var text in met) sums[text] = 0;
        return likest;
    }

    static List<(int Text, float Weight)>[] Having(MeaningVectors vectors)
    {
        var having = new List<(int, float)>[vectors.Grams];
        for (var gram = 0; gram < having.Length; gram++) having[gram] = [];
        for (var text = 0; text < vectors.Rows.Count; text++)
            foreach (var (gram, weight) in vectors.Rows[text]) having[gram].Add((text, weight));
        return having;
    }
}
