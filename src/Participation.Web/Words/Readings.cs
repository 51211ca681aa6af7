using System.Collections.Frozen;
using System.Text;

namespace Participation.Web.Words;

/// <summary>
/// How the kanji of our own words are read (Readings.txt): a word, a tab, its reading, both with the kana that tell it from others
/// (入れ and 入る). The longest word that fits is taken; # stands for a number before a counter.
/// </summary>
sealed class Readings
{
    static readonly Readings ours = new(Load());
    readonly FrozenDictionary<string, string> words;
    readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> spans;
    readonly int longest;

    Readings(Dictionary<string, string> words)
    {
        this.words = words.ToFrozenDictionary();
        spans = this.words.GetAlternateLookup<ReadOnlySpan<char>>();
        longest = words.Keys.Max(word => word.Length);
    }

    public static Readings Ours => ours;

    /// <summary>The text with the readings of its kanji as ruby; text that is encoded stays so.</summary>
    public string Ruby(ReadOnlySpan<char> text)
    {
        var html = new StringBuilder(text.Length * 2);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                var digits = 1;
                while (at + digits < text.Length && char.IsAsciiDigit(text[at + digits])) digits++;
                at += Counted(html, text[at..], digits);
            }
            else if (Find(text[at..]) is { } word)
            {
                Append(html, word, words[word]);
                at += word.Length;
            }
            else html.Append(text[at++]);
        }
        return html.ToString();
    }

    /// <summary>A kanji, or the sign that repeats one.</summary>
    public static bool IsKanji(char letter) => letter is >= '\u4e00' and <= '\u9fff' or '々';

    int Counted(StringBuilder html, ReadOnlySpan<char> text, int digits)
    {
        // 1日 and 20日 are read as wholes; the word goes on behind the number only as a counter.
        if (Find(text) is { } whole && whole.Length > digits)
        {
            Append(html, whole, words[whole]);
            return whole.Length;
        }
        html.Append(text[..digits]);
        var rest = text[digits..];
        // Ten minutes, and twenty, are read with a p.
        if ((text[digits - 1] is '0' ? Find($"#0{rest}") ?? Find($"#{rest}") : Find($"#{rest}")) is not { } counter) return digits;
        var counted = counter.TrimStart('#', '0');
        Append(html, counted, words[counter]);
        return digits + counted.Length;
    }

    string? Find(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(longest, text.Length); length > 0; length--)
            if (spans.TryGetValue(text[..length], out _)) return text[..length].ToString();
        return null;
    }

    /// <summary>The kana around the kanji stay outside the ruby: they are read as they are written.</summary>
    static void Append(StringBuilder html, string word, string reading)
    {
        int from = 0, tail = 0;
        while (from < word.Length && !IsKanji(word[from]) && from < reading.Length && word[from] == reading[from]) from++;
        while (tail < word.Length - from && !IsKanji(word[^(tail + 1)]) && word[^(tail + 1)] == reading[^(tail + 1)]) tail++;
        html.Append(word, 0, from).Append("<ruby>").Append(word, from, word.Length - from - tail)
            .Append("<rp>（</rp><rt>").Append(reading, from, reading.Length - from - tail).Append("</rt><rp>）</rp></ruby>")
            .Append(word, word.Length - tail, tail);
    }

    static Dictionary<string, string> Load()
    {
        using var file = typeof(Readings).Assembly.GetManifestResourceStream("words/Readings.txt")!;
        using var lines = new StreamReader(file, Encoding.UTF8);
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t'))
            .ToDictionary(pair => pair[0], pair => pair[1]);
    }
}
