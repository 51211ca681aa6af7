using System.Globalization;

namespace Participation.Domain.Plans.Reading;

/// <summary>Reads the mark at the start of a line. By hand: every pattern is decided within a few characters.</summary>
static class MarkParser
{
    const string Bullets = "・･•‣◦";
    const string Letters = "アイウエオカキクケコサシスセソ";

    public static NumberMark? Parse(string line)
    {
        if (line.Length == 0) return null;
        return line[0] == '第' ? Ordinal(line)
            : Circled(line) ?? Bracketed(line) ?? Numeric(line) ?? Lettered(line) ?? Labelled(line);
    }

    static NumberMark? Ordinal(string line)
    {
        var at = 1;
        if (!JapaneseNumber.Read(line, ref at, 3, out var n)) return null;
        MarkStyle? style = at == line.Length ? null : line[at] switch
        {
            '部' or '編' => MarkStyle.Part,
            '章' => MarkStyle.Chapter,
            '節' => MarkStyle.Division,
            '款' or '項' => MarkStyle.Clause,
            '条' => MarkStyle.Article,
            _ => null,
        };
        if (style is { } known) return new(known, "", Path(n), n, at + 1);
        return at < line.Length && char.IsWhiteSpace(line[at]) ? new(MarkStyle.Article, "", Path(n), n, at) : null;
    }

    static NumberMark? Circled(string line)
    {
        var c = line[0];
        if (Bullets.Contains(c)) return new(MarkStyle.Bullet, "", "", 0, 1);
        var n = c switch
        {
            >= '①' and <= '⑳' => c - '①' + 1,
            >= '㉑' and <= '㉟' => c - '㉑' + 21,
            >= '❶' and <= '❿' => c - '❶' + 1,
            _ => 0,
        };
        if (n > 0) return new(MarkStyle.Circled, "", Path(n), n, 1);
        return c is >= '⑴' and <= '⒇' ? new(MarkStyle.Paren, "", Path(c - '⑴' + 1), c - '⑴' + 1, 1) : null;
    }

    static NumberMark? Bracketed(string line)
    {
        if (line[0] is not ('(' or '（') || line.Length < 3) return null;
        if (Letters.Contains(line[1]) && line[2] is ')' or '）') return new(MarkStyle.Letter, "", "", Letters.IndexOf(line[1]) + 1, 3);
        var at = 1;
        return JapaneseNumber.Read(line, ref at, 2, out var n) && at < line.Length && line[at] is ')' or '）'
            ? new(MarkStyle.Paren, "", Path(n), n, at + 1) : null;
    }

    static NumberMark? Numeric(string line)
    {
        var at = 0;
        if (!JapaneseNumber.ReadDigits(line, ref at, 2, out var n)) return null;
        if (at == line.Length) return null;
        if (line[at] is ')' or '）') return new(MarkStyle.HalfParen, "", Path(n), n, at + 1);
        var (path, last, parts) = (Path(n), n, 1);
        var end = at;
        while (end < line.Length && IsJoint(line[end]))
        {
            var next = end + 1;
            if (!JapaneseNumber.ReadDigits(line, ref next, 2, out var m)) break;
            (path, last, parts, end) = ($"{path}-{m}", m, parts + 1, next);
        }
        // "3.77" and "10-3月" are figures and dates: white space, or a stop and then a word, makes a number a mark.
        if (parts > 1) return parts <= 4 && end < line.Length && char.IsWhiteSpace(line[end]) ? new(MarkStyle.Compound, "", path, last, end) : null;
        if (char.IsWhiteSpace(line[at])) return new(MarkStyle.Plain, "", path, last, at);
        return line[at] is '.' or '．' or '、' && at + 1 < line.Length && !JapaneseNumber.IsDigit(line[at + 1])
            ? new(MarkStyle.Plain, "", path, last, at + 1) : null;
    }

    static NumberMark? Lettered(string line)
    {
        if (line.Length < 2) return null;
        if (Letters.Contains(line[0]) && char.IsWhiteSpace(line[1])) return new(MarkStyle.Letter, "", "", Letters.IndexOf(line[0]) + 1, 1);
        return char.IsAsciiLetter(line[0]) && line[1] is '.' or ')' && line.Length > 2 && char.IsWhiteSpace(line[2])
            ? new(MarkStyle.Letter, "", "", char.ToLowerInvariant(line[0]) - 'a' + 1, 2) : null;
    }

    static NumberMark? Labelled(string line)
    {
        if (HeadingWords.LabelAt(line) is not { } label) return null;
        var at = label.Length;
        while (at < line.Length && char.IsWhiteSpace(line[at])) at++;
        if (line.AsSpan(at).StartsWith("No", StringComparison.OrdinalIgnoreCase)) at += 2;
        while (at < line.Length && (char.IsWhiteSpace(line[at]) || line[at] == '.')) at++;
        if (!JapaneseNumber.Read(line, ref at, 2, out var n)) return null;
        var (path, last) = (Path(n), n);
        while (at < line.Length && IsJoint(line[at]))
        {
            var next = at + 1;
            if (!JapaneseNumber.ReadDigits(line, ref next, 2, out var m)) break;
            (path, last, at) = ($"{path}-{m}", m, next);
        }
        return at == line.Length || char.IsWhiteSpace(line[at]) || line[at] is '「' or '：' or ':' or '〈' or '【'
            ? new(MarkStyle.Label, label, path, last, at) : null;
    }

    static bool IsJoint(char c) => c is '-' or '－' or '‐' or '–' or '−' or '.' or '．';

    static string Path(int n) => n.ToString(CultureInfo.InvariantCulture);
}
