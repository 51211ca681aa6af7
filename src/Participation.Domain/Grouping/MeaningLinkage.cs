namespace Participation.Domain.Grouping;

/// <summary>
/// Joins the two likest sets for as long as any are alike. Their likeness is the average of all pairs between them (average linkage),
/// held against how close each set is in itself: a wide subject may be joined by what a narrow one may not.
/// </summary>
sealed class MeaningLinkage
{
    readonly Dictionary<int, double>[] between;
    readonly List<int>[] sets;
    readonly double[] within;
    readonly int[] changed;
    readonly PriorityQueue<(int A, int B, int ChangedA, int ChangedB), (double, int, int)> likest = new();
    readonly double alike;

    /// <param name="between">Likeness of each text to its neighbours; used up.</param>
    public MeaningLinkage(Dictionary<int, double>[] between, double alike)
    {
        (this.between, this.alike) = (between, alike);
        sets = [.. between.Select((_, i) => new List<int> { i })];
        within = [.. between.Select(_ => 1.0)];
        changed = new int[between.Length];
    }

    /// <summary>Sets of two or more, and the average likeness within each.</summary>
    public IReadOnlyList<(IReadOnlyList<int> Texts, double Likeness)> Join(CancellationToken ct)
    {
        for (var a = 0; a < sets.Length; a++)
            foreach (var b in between[a].Keys)
                if (a < b) Offer(a, b);
        while (likest.TryDequeue(out var pair, out _))
        {
            ct.ThrowIfCancellationRequested();
            if (changed[pair.A] == pair.ChangedA && changed[pair.B] == pair.ChangedB) Join(pair.A, pair.B);
        }
        return [.. sets.Select((texts, i) => (texts, i)).Where(s => s.texts.Count > 1)
            .Select(s => ((IReadOnlyList<int>)s.texts, (within[s.i] - s.texts.Count) / (s.texts.Count * (s.texts.Count - 1.0))))];
    }

    void Join(int into, int gone)
    {
        within[into] += within[gone] + 2 * between[into][gone];
        sets[into].AddRange(sets[gone]);
        sets[gone] = [];
        between[into].Remove(gone);
        foreach (var (other, sum) in between[gone])
        {
            between[other].Remove(gone);
            if (other != into) between[into][other] = between[other][into] = between[into].GetValueOrDefault(other) + sum;
        }
        between[gone] = [];
        changed[into]++;
        changed[gone] = -1;
        foreach (var other in between[into].Keys) Offer(Math.Min(into, other), Math.Max(into, other));
    }

    void Offer(int a, int b)
    {
        var average = between[a][b] / ((double)sets[a].Count * sets[b].Count);
        var likeness = average / Math.Pow(Closeness(a) * Closeness(b), 0.25);
        if (likeness >= alike) likest.Enqueue((a, b, changed[a], changed[b]), (-likeness, a, b));
    }

    /// <summary>The average over all pairs of a set, each text with itself too.</summary>
    double Closeness(int set) => within[set] / ((double)sets[set].Count * sets[set].Count);
}
