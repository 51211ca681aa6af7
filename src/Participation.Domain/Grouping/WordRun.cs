using System.Text;

namespace Participation.Domain.Grouping;

/// <summary>A run of one script, near enough a word, and what is compared of it.</summary>
/// <param name="Text">As it stands in the text.</param>
/// <param name="Ending">The first hiragana behind a short run of kanji (撒く, 短い), or nothing.</param>
/// <param name="Weight">Of the place where it stands.</param>
sealed record WordRun(string Text, string Ending, double Weight)
{
    /// <summary>A longer run of kanji is a noun, and what follows it a particle: 計画の.</summary>
    const int EndingAfterAtMost = 2;

    /// <summary>Characters take 21 bits of a gram; a whole Latin word is marked by the bit above them.</summary>
    const int CharacterBits = 21;
    const ulong WholeWord = 1UL << 63;

    readonly int[] runes = [.. Text.EnumerateRunes().Select(rune => rune.Value)];

    public int Length => runes.Length;

    bool Kanji => runes[0] is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF) or >= 0x20000 or '々' or '〆' or 'ヶ';

    bool Katakana => runes[0] is >= 0x30A1 and <= 0x30FF && !Kanji;

    /// <param name="next">The run behind it.</param>
    /// <returns>Null for what is not compared.</returns>
    public static WordRun? Of(string run, string next, double weight)
    {
        if (!Rune.TryGetRuneAt(run, 0, out var first) || !Rune.IsLetter(first) || IsHiragana(run[0])) return null;
        var word = new WordRun(run, "", weight);
        return word.Kanji && word.Length <= EndingAfterAtMost && next.Length > 0 && IsHiragana(next[0]) ? word with { Ending = next[..1] } : word;
    }

    /// <summary>
    /// Its single kanji (子供 and 子ども share one), 2- and 3-grams; a Latin word whole. The grams of a long compound say one thing
    /// together, so each weighs less.
    /// </summary>
    public IEnumerable<(ulong Gram, double Weight)> Grams()
    {
        if (!Kanji && !Katakana) return [(WholeWordGram(), Weight)];
        var grams = Enumerable.Range(Kanji ? 1 : 2, Kanji ? 3 : 2).SelectMany(size => Enumerable.Range(0, Math.Max(0, Length - size + 1))
            .Select(at => (Gram(at, size), Weight / Math.Sqrt(Math.Max(1, Length - size + 1)))));
        return Ending.Length > 0 ? grams.Append((EndingGram(), Weight)) : grams;
    }

    /// <summary>Grams of a part of it.</summary>
    public IEnumerable<ulong> Grams(int from, int length) => !Kanji && !Katakana
        ? [WholeWordGram()]
        : Enumerable.Range(1, 3).SelectMany(size => Enumerable.Range(from, Math.Max(0, length - size + 1)).Select(at => Gram(at, size)));

    public ulong Gram(int at, int size)
    {
        ulong gram = 0;
        for (var i = at; i < at + size; i++) gram = (gram << CharacterBits) | (uint)runes[i];
        return gram;
    }

    public ulong EndingGram() => ((ulong)runes[^1] << CharacterBits) | Ending[0];

    /// <summary>Whether its parts are no words: 住民 within 地域住民 is one, EA within IAEA is not.</summary>
    public bool Whole => !Kanji && !Katakana;

    public string Part(int from, int length) => string.Concat(runes.Skip(from).Take(length).Select(rune => new Rune(rune).ToString()));

    /// <summary>FNV: the same on every machine and in every year, so that groups are too.</summary>
    ulong WholeWordGram()
    {
        var hash = 14695981039346656037UL;
        foreach (var c in Text.ToLowerInvariant()) hash = (hash ^ c) * 1099511628211UL;
        return hash | WholeWord;
    }

    static bool IsHiragana(char c) => c is >= 'ぁ' and <= 'ゟ';
}
