namespace Participation.Domain.Grouping;

/// <summary>Which of many texts are most like one, by the grams that suggestions of like meaning are made from.</summary>
public static class LikeTexts
{
    /// <returns>Places of the likest, with their likeness in per cent, the likest first; what has less in common is left out.</returns>
    public static IReadOnlyList<(int Place, int Likeness)> Of(string text, IReadOnlyList<string> others, int count, int atLeast)
    {
        if (others.Count is 0) return [];
        var vectors = MeaningVectors.Of([MeaningText.Of(text), .. others.Select(MeaningText.Of)], []);
        var own = vectors.Rows[0].ToDictionary(w => w.Gram, w => w.Weight);
        return
        [
            .. vectors.Rows.Skip(1).Select((row, place) => (Place: place, Likeness: (int)Math.Round(100 * row.Sum(w => w.Weight * own.GetValueOrDefault(w.Gram)))))
                .Where(r => r.Likeness >= atLeast).OrderByDescending(r => r.Likeness).ThenBy(r => r.Place).Take(count),
        ];
    }
}
