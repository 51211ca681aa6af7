using Participation.Domain.Grouping;

namespace Participation.Application.Grouping;

/// <summary>Texts that may mean one thing.</summary>
/// <param name="Texts">By their number among those compared.</param>
/// <param name="Likeness">In per cent.</param>
sealed record LikeTexts(IReadOnlyList<int> Texts, int Likeness, IReadOnlyList<WeighedWord> Words);

/// <summary>
/// Finds texts of like meaning: TF-IDF over character 2- and 3-grams, average linkage. Deterministic, and nothing is downloaded for it.
/// </summary>
static class LikeMeaning
{
    /// <summary>From here on two texts, or the mean of all pairs of two sets, are worth a look.</summary>
    const double Alike = 0.2;

    /// <summary>Every pair is compared: what a section holds beyond this waits until some of it is grouped.</summary>
    const int ComparedAtMost = 3_000;

    public static IReadOnlyList<LikeTexts> Among(IReadOnlyList<string> texts, CancellationToken ct)
    {
        var vectors = GramVector.Of([.. texts.Take(ComparedAtMost).Select(ComparableText.Of)]);
        var likeness = new float[vectors.Count][];
        Parallel.For(0, vectors.Count, new ParallelOptions { CancellationToken = ct }, i =>
        {
            likeness[i] = new float[i];
            for (var j = 0; j < i; j++) likeness[i][j] = (float)vectors[i].CosineTo(vectors[j]);
        });
        return
        [
            .. Linked(likeness, ct).Where(set => set.Count > 1).OrderBy(set => set[0])
                .Select(set => new LikeTexts(set, (int)(100 * Mean(set, likeness)), GramVector.Shared([.. set.Select(i => vectors[i])]))),
        ];
    }

    /// <summary>Joins the two likest sets, by the mean of all pairs between them, for as long as any are alike.</summary>
    static List<List<int>> Linked(float[][] likeness, CancellationToken ct)
    {
        var sets = Enumerable.Range(0, likeness.Length).Select(i => new List<int> { i }).ToList();
        var between = likeness.Select(row => (float[])row.Clone()).ToArray();
        ref float At(int a, int b) => ref between[Math.Max(a, b)][Math.Min(a, b)];
        // Who is nearest to whom changes only for those that were nearest to what was joined.
        var nearest = Enumerable.Range(0, sets.Count).Select(_ => -1).ToArray();
        var alive = Enumerable.Range(0, sets.Count).ToList();
        foreach (var i in alive) nearest[i] = NearestTo(i);
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var best = -1;
            foreach (var i in alive)
                if (nearest[i] >= 0 && (best < 0 || At(i, nearest[i]) > At(best, nearest[best]))) best = i;
            if (best < 0 || At(best, nearest[best]) < Alike) return [.. alive.Select(i => sets[i])];
            var (into, gone) = (Math.Min(best, nearest[best]), Math.Max(best, nearest[best]));
            alive.Remove(gone);
            foreach (var k in alive.Where(k => k != into))
                At(into, k) = ((At(into, k) * sets[into].Count) + (At(gone, k) * sets[gone].Count)) / (sets[into].Count + sets[gone].Count);
            sets[into] = [.. sets[into].Concat(sets[gone]).Order()];
            foreach (var k in alive)
                if (k == into || nearest[k] == into || nearest[k] == gone) nearest[k] = NearestTo(k);
        }

        int NearestTo(int i)
        {
            var found = -1;
            foreach (var k in alive)
                if (k != i && (found < 0 || At(i, k) > At(i, found))) found = k;
            return found;
        }
    }

    static double Mean(List<int> set, float[][] likeness) =>
        set.SelectMany((a, i) => set.Take(i).Select(b => (double)likeness[Math.Max(a, b)][Math.Min(a, b)])).Average();
}
