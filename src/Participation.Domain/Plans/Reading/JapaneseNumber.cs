namespace Participation.Domain.Plans.Reading;

/// <summary>Small numbers as headings write them: 12, １２, 十二.</summary>
static class JapaneseNumber
{
    const string Kanji = "〇一二三四五六七八九";

    public static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';

    public static bool Read(string line, ref int at, int digits, out int n) =>
        ReadDigits(line, ref at, digits, out n) || ReadKanji(line, ref at, out n);

    public static bool ReadDigits(string line, ref int at, int digits, out int n)
    {
        n = 0;
        var end = at;
        while (end < line.Length && IsDigit(line[end]))
        {
            if (end - at == digits) return false;
            n = n * 10 + (line[end] & 0x0F);
            end++;
        }
        // Full-width digits begin at U+FF10, ASCII ones at U+0030: the low four bits are the value in both.
        if (end == at) return false;
        at = end;
        return true;
    }

    static bool ReadKanji(string line, ref int at, out int n)
    {
        n = 0;
        var end = at;
        for (; end < line.Length && end - at < 3; end++)
        {
            if (line[end] == '十') n = Math.Max(n, 1) * 10;
            else if (Kanji.IndexOf(line[end]) is var digit and > 0) n += digit;
            else break;
        }
        if (end == at || n == 0) return false;
        at = end;
        return true;
    }
}
