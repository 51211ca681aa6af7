namespace Participation.Domain.Grouping;

/// <summary>Texts that may mean one thing.</summary>
/// <param name="Texts">By their number among those compared, in order.</param>
/// <param name="Likeness">The average of all pairs, 0 to 1.</param>
/// <param name="Words">What weighed, the weightiest first.</param>
public sealed record MeaningGroup(IReadOnlyList<int> Texts, double Likeness, IReadOnlyList<WeighedWord> Words);

/// <summary>
/// Texts of like meaning, for staff to confirm: TF-IDF over characters and their 2- and 3-grams, average linkage. Deterministic: the
/// order of the texts changes nothing. Nothing is downloaded for it and nothing leaves the machine.
/// </summary>
public static class MeaningGroups
{
    /// <summary>
    /// From here on two sets are worth a look; higher offers less and errs less. The middle of the stretch, 0.25 to 0.29, over which
    /// neither 68 opinions of our own (no wrong pair from 0.25 on) nor another city's by its categories change their precision;
    /// <c>bench/run subjects</c> prints both. A ministry's opinions and groups were seen before it was settled and only check it.
    /// </summary>
    public const double Alike = 0.27;

    /// <summary>Groups of two different texts or more, the largest first; copies of a text go where it goes.</summary>
    /// <param name="besides">
    /// What else was said in the consultation: it is not compared, but tells which words are common. In a section where all speak of
    /// the bus, the bus would else weigh nothing.
    /// </param>
    /// <param name="progress">Told how many different texts are compared.</param>
    public static IReadOnlyList<MeaningGroup> Suggest(
        IReadOnlyList<string> texts, IReadOnlyList<string>? besides = null, IProgress<int>? progress = null, double alike = Alike, CancellationToken ct = default)
    {
        // Each once, and in an order of their own.
        var copies = texts.Select((text, number) => (Text: MeaningText.Of(text), Number: number))
            .GroupBy(t => t.Text.Plain, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToArray()).ToArray();
        var different = copies.Select(c => c[0].Text).ToArray();
        var vectors = MeaningVectors.Of(different, [.. (besides ?? []).Select(MeaningText.Of).DistinctBy(t => t.Plain, StringComparer.Ordinal).ExceptBy(different.Select(d => d.Plain), t => t.Plain)]);
        var words = new WeighingWords(different, vectors);
        return
        [
            .. new MeaningLinkage(MeaningNeighbours.Of(vectors, progress, ct), alike).Join(ct)
                .OrderByDescending(set => set.Texts.Count).ThenByDescending(set => set.Likeness).ThenBy(set => set.Texts[0])
                .Select(set => new MeaningGroup([.. set.Texts.SelectMany(t => copies[t]).Select(c => c.Number).Order()], set.Likeness, words.Of(set.Texts))),
        ];
    }
}
