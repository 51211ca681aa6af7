namespace Participation.Domain.Grouping;

/// <summary>Why a text stands where it does.</summary>
public enum Placing
{
    /// <summary>The first of its group.</summary>
    First,
    /// <summary>The same words as another, but for spaces, punctuation and width.</summary>
    Same,
    /// <summary>A form letter: the same text with names or small words exchanged.</summary>
    FormLetter,
    /// <summary>Too short to say that two mean one thing (「反対」): counted, not grouped.</summary>
    TooShort,
}

/// <param name="Group">Number of the group, from 0 in order of arrival; for <see cref="Placing.TooShort"/> of its counter.</param>
/// <param name="Likeness">To the group's first text, 0 to 1.</param>
/// <param name="Beside">Number of the text it was put beside, from 0 in order of arrival; its own where it is the first of its kind.</param>
public readonly record struct Placed(Placing As, int Group, double Likeness, int Beside);

/// <summary>
/// Puts texts as they arrive beside those that say the same: first by hash of the comparable text, then, among the likely kin that
/// share a band of their signature, by true Jaccard likeness to each group's first text. Depends on nothing but the order of arrival.
/// Not for several threads at once.
/// </summary>
public sealed class LetterGroups
{
    /// <summary>From here on two texts count as one form letter.</summary>
    public const double Alike = 0.5;

    /// <summary>Under so many letters a text is counted instead.</summary>
    public const int ShortUnder = 10;

    readonly Dictionary<string, (int Group, int Number)> same = [], shorts = [];
    readonly KinIndex firsts = new();
    /// <summary>Of each group, the number of its first text.</summary>
    readonly List<int> numbers = [];
    int arrived;

    /// <summary>How many groups there are.</summary>
    public int Count => firsts.Count;

    /// <summary>How many texts have arrived.</summary>
    public int Arrived => arrived;

    public Placed Place(string text) => Place(ComparableText.Of(text), null);

    /// <summary>Places many, the heavy part on all cores. The result is that of placing them one after the other.</summary>
    /// <param name="progress">Told how many are done.</param>
    public IReadOnlyList<Placed> PlaceAll(IReadOnlyList<string> texts, IProgress<int>? progress = null, CancellationToken ct = default)
    {
        const int stretch = 8192;
        var placed = new Placed[texts.Count];
        var comparable = new string[stretch];
        var sketches = new Sketch?[stretch];
        for (var start = 0; start < placed.Length; start += stretch)
        {
            var (from, count) = (start, Math.Min(stretch, placed.Length - start));
            Parallel.For(0, count, new ParallelOptions { CancellationToken = ct }, i =>
            {
                var text = comparable[i] = ComparableText.Of(texts[from + i]);
                // Read only meanwhile: who is known needs no sketch.
                sketches[i] = text.Length < ShortUnder || same.ContainsKey(text) ? null : Sketch.Of(text);
            });
            for (var i = 0; i < count; i++) placed[from + i] = Place(comparable[i], sketches[i]);
            progress?.Report(from + count);
        }
        return placed;
    }

    Placed Place(string text, Sketch? sketch)
    {
        var number = arrived++;
        if (text.Length < ShortUnder)
        {
            shorts.TryAdd(text, (shorts.Count, number));
            var counter = shorts[text];
            return new(Placing.TooShort, counter.Group, 1, counter.Number);
        }
        if (same.TryGetValue(text, out var known)) return new(Placing.Same, known.Group, 1, known.Number);
        sketch ??= Sketch.Of(text);
        var (group, likeness) = firsts.Nearest(sketch);
        var first = likeness < Alike;
        if (first)
        {
            group = firsts.Add(sketch);
            numbers.Add(number);
        }
        same.Add(text, (group, number));
        return first ? new(Placing.First, group, 1, number) : new(Placing.FormLetter, group, likeness, numbers[group]);
    }
}
