using System.Globalization;
using System.Text;

namespace Participation.Domain.Grouping;

/// <summary>
/// Words as they are compared when opinions are grouped: NFKC, small letters, nothing but letters and digits. Two letters that differ
/// in spaces, line breaks, punctuation or the width of their characters are the same.
/// </summary>
public static class ComparableText
{
    const char FullWidthFirst = '！', FullWidthLast = '～';
    const int ToHalfWidth = '！' - '!';

    public static string Of(string text)
    {
        // Nearly all Japanese is letters that NFKC leaves alone; only what it would change pays for the full rules.
        var kept = text.Length <= 1024 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var each in text)
        {
            var c = each is >= FullWidthFirst and <= FullWidthLast ? (char)(each - ToHalfWidth) : each;
            if (c < 0x80)
            {
                if (char.IsAsciiLetterOrDigit(c)) kept[length++] = (char)(c is >= 'A' and <= 'Z' ? c | 0x20 : c);
            }
            else if (IsPlainLetter(c)) kept[length++] = c;
            else if (!IsPlainMark(c)) return Slowly(text);
        }
        return kept[..length].ToString();
    }

    /// <summary>Hiragana, katakana, 々, ー and the unified ideographs: letters with no other form under NFKC.</summary>
    static bool IsPlainLetter(char c) => c is (>= '一' and <= '鿿') or (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヺ') or 'ー' or '々';

    /// <summary>Ideographic space, 、。「」 and their like, and ・.</summary>
    static bool IsPlainMark(char c) => c is (>= '\u3000' and <= '〃') or (>= '〈' and <= '】') or '・' or '〜' or '…';

    static string Slowly(string text)
    {
        // Rune by rune: a lone surrogate becomes U+FFFD here, where Normalize would throw.
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
        var kept = new StringBuilder(text.Length);
        foreach (var rune in whole.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune) || IsMarkOnLetter(rune)) kept.Append(Rune.ToLowerInvariant(rune).ToString());
        return kept.ToString();
    }

    /// <summary>An accent that found no letter to melt into is still part of the word.</summary>
    static bool IsMarkOnLetter(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
