using System.Globalization;
using System.Text;

namespace Participation.Domain.Search;

/// <summary>
/// Text as it is searched: NFKC, small letters, hiragana, without long vowel marks, words apart by one space. ＣＯＦＦＥＥ, サーバー
/// and ｻｰﾊﾞ are found by coffee and さーば. Every folded character knows which characters of the original it came from.
/// </summary>
public sealed class SearchText
{
    readonly List<int> starts;
    readonly List<int> ends;

    SearchText(string folded, List<int> starts, List<int> ends) => (Folded, this.starts, this.ends) = (folded, starts, ends);

    /// <summary>Letters, digits and marks; single spaces between words.</summary>
    public string Folded { get; }

    /// <summary>Where in the original a stretch of the folded text stands.</summary>
    public (int Start, int End) Original(int from, int length) => (starts[from], ends[from + length - 1]);

    public static string Fold(string text) => Of(text).Folded;

    public static SearchText Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        List<int> starts = new(text.Length), ends = new(text.Length);
        var (gap, kana) = (false, false);
        for (var at = 0; at < text.Length;)
        {
            var end = at + UnitAt(text, at);
            // A lone half of a pair is no character: nobody can type it into a search.
            foreach (var rune in Normal(text[at..end]).EnumerateRunes())
            {
                if (IsIgnored(rune) || (kana && IsLengthening(rune))) continue;
                if (!IsWord(rune))
                {
                    (gap, kana) = (folded.Length > 0, false);
                    continue;
                }
                if (gap) Add(folded, " ", at);
                gap = false;
                var plain = Plain(rune);
                kana = plain.Value is >= 0x3041 and <= 0x309F;
                Add(folded, plain.ToString(), at);
            }
            at = end;
        }
        return new(folded.ToString(), starts, ends);

        void Add(StringBuilder to, string letters, int from)
        {
            to.Append(letters);
            foreach (var _ in letters)
            {
                starts.Add(from);
                ends.Add(from + UnitAt(text, from));
            }
        }
    }

    /// <summary>A character with the marks that join it: NFKC can change no more than this at once.</summary>
    static int UnitAt(string text, int at)
    {
        var end = at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1);
        while (end < text.Length && Joins(text[end])) end++;
        return end - at;
    }

    static bool Joins(char c) => c is '\uFF9E' or '\uFF9F'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    static string Normal(string unit)
    {
        // Most of what is written here: folded already, and Normalize is slow to say so.
        if (unit.Length is 1 && unit[0] is < '\u0080' or (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FC') or (>= '\u4E00' and <= '\u9FFF'))
            return unit;
        return unit.Length is 1 && char.IsSurrogate(unit[0]) ? " " : unit.Normalize(NormalizationForm.FormKC);
    }

    static bool IsWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>Variation selectors and joiners, which nobody sees, and the dot between words of katakana, which few type.</summary>
    static bool IsIgnored(Rune rune) => rune.Value is '・' or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;

    /// <summary>ー, and what is typed for it.</summary>
    static bool IsLengthening(Rune rune) => rune.Value is 'ー' or '-' or '‐' or '‑' or '–' or '—' or '―' or '−' or '~' or '〜';

    static Rune Plain(Rune rune) => rune.Value switch
    {
        'ヵ' => new('か'),
        'ヶ' => new('け'),
        >= 'ァ' and <= 'ヴ' or 'ヽ' or 'ヾ' => new(rune.Value - 0x60),
        _ => Rune.ToLowerInvariant(rune),
    };
}
