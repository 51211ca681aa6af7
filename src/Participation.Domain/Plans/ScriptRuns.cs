using System.Text;

namespace Participation.Domain.Plans;

/// <summary>Cuts Japanese where the script changes, which is near enough to where words do: 後期基本計画｜の｜案｜。</summary>
public static class ScriptRuns
{
    /// <summary>Put together again they are the text.</summary>
    public static string[] Of(string text)
    {
        var runs = new List<string>();
        var (start, script) = (0, Script.Single);
        for (var at = 0; at < text.Length;)
        {
            // A lone half of a pair is a run of its own.
            var known = Rune.TryGetRuneAt(text, at, out var rune);
            var next = known ? ScriptOf(rune) : Script.Single;
            if (at > start && (next != script || next is Script.Single))
            {
                runs.Add(text[start..at]);
                start = at;
            }
            script = next;
            at += known ? rune.Utf16SequenceLength : 1;
        }
        if (start < text.Length) runs.Add(text[start..]);
        return [.. runs];
    }

    enum Script
    {
        /// <summary>Punctuation, spaces, signs: each alone.</summary>
        Single,
        Kanji,
        Hiragana,
        Katakana,
        Latin,
        Digit,
    }

    static Script ScriptOf(Rune rune) => rune.Value switch
    {
        >= 0x3041 and <= 0x309F => Script.Hiragana,
        >= 0x30A1 and <= 0x30FA or >= 0x30FC and <= 0x30FF or >= 0xFF66 and <= 0xFF9F => Script.Katakana,
        >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x323AF or '々' or '〆' or 'ヶ' => Script.Kanji,
        _ when Rune.IsDigit(rune) => Script.Digit,
        _ when Rune.IsLetter(rune) => Script.Latin,
        _ => Script.Single,
    };
}
