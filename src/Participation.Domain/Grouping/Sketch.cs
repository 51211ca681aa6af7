using System.Numerics;
using System.Runtime.InteropServices;

namespace Participation.Domain.Grouping;

/// <summary>
/// What is compared of a text: the set of its character 3-grams, and a MinHash signature by which likely kin are found without
/// comparing with everybody (Broder, On the resemblance and containment of documents, 1997).
/// </summary>
public sealed class Sketch
{
    const int Gram = 3;
    /// <summary>Bands of so many rows: at a likeness of 0.5 nine of ten pairs meet in one, at 0.8 all but one in a million.</summary>
    internal const int Bands = 20, Rows = 3;
    const int Hashes = 64;

    static readonly uint[] Factors = Odd(0x9E3779B97F4A7C15), Offsets = Odd(0xD1B54A32D192ED03);

    readonly uint[] grams, signature;

    Sketch(uint[] grams)
    {
        this.grams = grams;
        signature = SignatureOf(grams);
        BandKeys = KeysOf(signature);
    }

    /// <summary>Equal in a band means likely kin.</summary>
    internal uint[] BandKeys { get; }

    /// <param name="text">As <see cref="ComparableText"/> gives it, at least three characters.</param>
    public static Sketch Of(string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(text.Length, Gram, nameof(text));
        var grams = new uint[text.Length - Gram + 1];
        for (var i = 0; i < grams.Length; i++) grams[i] = Mix(text[i], text[i + 1], text[i + 2]);
        Array.Sort(grams);
        var distinct = 0;
        for (var i = 0; i < grams.Length; i++)
            if (i == 0 || grams[i] != grams[i - 1]) grams[distinct++] = grams[i];
        Array.Resize(ref grams, distinct);
        return new(grams);
    }

    /// <summary>Jaccard's likeness of the two sets of 3-grams: 0 nothing in common, 1 the same.</summary>
    public double LikenessTo(Sketch other)
    {
        var (mine, theirs) = (grams, other.grams);
        int i = 0, j = 0, common = 0;
        while (i < mine.Length && j < theirs.Length)
        {
            var (a, b) = (mine[i], theirs[j]);
            if (a == b) common++;
            if (a <= b) i++;
            if (b <= a) j++;
        }
        return (double)common / (mine.Length + theirs.Length - common);
    }

    /// <summary>Of 64 hashes; their share is likely near <see cref="LikenessTo"/>, for a tenth of the work.</summary>
    internal int HashesInCommon(Sketch other)
    {
        var mine = MemoryMarshal.Cast<uint, Vector<uint>>(signature);
        var theirs = MemoryMarshal.Cast<uint, Vector<uint>>(other.signature);
        var common = Vector<uint>.Zero;
        // Equal lanes are all ones, which is minus one.
        for (var i = 0; i < mine.Length; i++) common -= Vector.Equals(mine[i], theirs[i]);
        return (int)Vector.Sum(common);
    }

    static uint[] SignatureOf(uint[] grams)
    {
        var least = new uint[Hashes];
        Array.Fill(least, uint.MaxValue);
        var lanes = MemoryMarshal.Cast<uint, Vector<uint>>(least.AsSpan());
        var factors = MemoryMarshal.Cast<uint, Vector<uint>>(Factors);
        var offsets = MemoryMarshal.Cast<uint, Vector<uint>>(Offsets);
        foreach (var gram in grams)
        {
            var spread = new Vector<uint>(gram);
            for (var i = 0; i < lanes.Length; i++) lanes[i] = Vector.Min(lanes[i], spread * factors[i] + offsets[i]);
        }
        return least;
    }

    static uint[] KeysOf(ReadOnlySpan<uint> signature)
    {
        var keys = new uint[Bands];
        for (var band = 0; band < Bands; band++) keys[band] = (uint)HashOf(signature.Slice(band * Rows, Rows), (uint)band);
        return keys;
    }

    static ulong HashOf(ReadOnlySpan<uint> row, ulong seed)
    {
        foreach (var value in row) seed = Scramble(seed ^ value);
        return seed;
    }

    static uint Mix(char a, char b, char c) => (uint)(Scramble(a | ((ulong)b << 16) | ((ulong)c << 32)) >> 16);

    /// <summary>SplitMix64's finish: the same on every machine and in every year, so that groups are too.</summary>
    static ulong Scramble(ulong x)
    {
        x = (x + 0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 30)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    static uint[] Odd(ulong seed) => [.. Enumerable.Range(1, Hashes).Select(i => (uint)Scramble(seed * (ulong)i) | 1)];
}
