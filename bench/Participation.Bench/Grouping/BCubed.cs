namespace Participation.Bench.Grouping;

/// <summary>
/// Bagga and Baldwin's measure of a grouping: for each item, how many of those it was put with belong with it (precision) and how many
/// of those that belong with it it was put with (recall), itself included; the mean over all items.
/// </summary>
readonly record struct BCubed(double Precision, double Recall, int Groups, int Grouped)
{
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    public static BCubed Of(IReadOnlyList<int> found, IReadOnlyList<string> truth)
    {
        var items = Enumerable.Range(0, found.Count).ToList();
        var (put, belong, both) = (items.CountBy(i => found[i]).ToDictionary(), items.CountBy(i => truth[i]).ToDictionary(), items.CountBy(i => (found[i], truth[i])).ToDictionary());
        return new(
            items.Average(i => (double)both[(found[i], truth[i])] / put[found[i]]),
            items.Average(i => (double)both[(found[i], truth[i])] / belong[truth[i]]),
            put.Values.Count(count => count > 1), put.Values.Where(count => count > 1).Sum());
    }
}
