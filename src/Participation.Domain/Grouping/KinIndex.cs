namespace Participation.Domain.Grouping;

/// <summary>Sketches numbered from 0, and the likeliest kin of another among them. Not for several threads at once.</summary>
sealed class KinIndex
{
    /// <summary>Who shares most bands and is as like as this needs no rival looked for.</summary>
    const double Enough = 0.8;

    /// <summary>Texts full of common phrases meet hundreds in a band or two; beyond these nobody came near in any trial.</summary>
    const int ComparedAtMost = 16;

    readonly List<Sketch> sketches = [];
    readonly Dictionary<ulong, List<int>> bands = [];
    readonly List<int> met = [];
    int[] shared = [];

    public int Count => sketches.Count;

    public int Add(Sketch sketch)
    {
        var number = sketches.Count;
        sketches.Add(sketch);
        for (var band = 0; band < Sketch.Bands; band++)
        {
            var key = KeyOf(band, sketch);
            if (!bands.TryGetValue(key, out var numbers)) bands.Add(key, numbers = []);
            numbers.Add(number);
        }
        if (shared.Length < sketches.Count) Array.Resize(ref shared, sketches.Count * 2);
        return number;
    }

    /// <summary>The one most like it (the older of two), or (-1, 0) when there is no kin.</summary>
    public (int Number, double Likeness) Nearest(Sketch sketch)
    {
        var closest = Meet(sketch);
        if (closest < 0) return (-1, 0);
        var best = (Number: closest, Likeness: sketches[closest].LikenessTo(sketch));
        if (best.Likeness < Enough)
        {
            foreach (var number in Likeliest(sketch))
            {
                var likeness = sketches[number].LikenessTo(sketch);
                if (likeness > best.Likeness || (likeness == best.Likeness && number < best.Number)) best = (number, likeness);
            }
        }
        foreach (var number in met) shared[number] = 0;
        met.Clear();
        return best;
    }

    /// <summary>Fills <see cref="met"/> with all that share a band; gives the one that shares most, the older of two.</summary>
    int Meet(Sketch sketch)
    {
        var (closest, most) = (-1, 0);
        for (var band = 0; band < Sketch.Bands; band++)
        {
            if (!bands.TryGetValue(KeyOf(band, sketch), out var numbers)) continue;
            foreach (var number in numbers)
            {
                var count = ++shared[number];
                if (count == 1) met.Add(number);
                if (count > most || (count == most && number < closest)) (closest, most) = (number, count);
            }
        }
        return closest;
    }

    /// <summary>By what the whole signatures say.</summary>
    IEnumerable<int> Likeliest(Sketch sketch) => met.Count <= ComparedAtMost
        ? met
        : met.Select(number => (Number: number, Alike: sketches[number].HashesInCommon(sketch)))
            .OrderByDescending(m => m.Alike).ThenBy(m => m.Number).Take(ComparedAtMost).Select(m => m.Number);

    static ulong KeyOf(int band, Sketch sketch) => ((ulong)band << 32) | sketch.BandKeys[band];
}
