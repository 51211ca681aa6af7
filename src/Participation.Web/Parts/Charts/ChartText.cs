using System.Globalization;

namespace Participation.Web.Parts.Charts;

/// <summary>Lengths and words inside an SVG, which neither wraps lines nor knows the page's width.</summary>
static class ChartText
{
    /// <summary>Full-width characters that fit a window of 320 px at 14 px; half-width ones count half.</summary>
    const int LineWidth = 34;
    const int LinesAtMost = 2;

    /// <summary>The label in lines that fit a phone, shortened when it is very long: the table has all of it.</summary>
    public static IReadOnlyList<string> Lines(string label)
    {
        var (lines, line, width) = (new List<string>(), "", 0);
        foreach (var word in Words(label))
        {
            var own = WidthOf(word);
            if (width + own > LineWidth && line.Length > 0)
            {
                lines.Add(line.TrimEnd());
                if (lines.Count == LinesAtMost)
                {
                    lines[^1] = Shortened(lines[^1]);
                    return lines;
                }
                (line, width) = ("", 0);
            }
            (line, width) = (line + word, width + own);
        }
        return [.. lines, line.TrimEnd()];
    }

    /// <summary>Along the axis the reader reads by: a share of the width.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100, 2)}%");

    /// <summary>Across it, in the text's own size, so that a reader's larger letters make a taller chart.</summary>
    public static string Em(double size) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(size, 3)}em");

    static string Shortened(string line)
    {
        var elements = new StringInfo(line);
        return $"{elements.SubstringByTextElements(0, Math.Max(1, elements.LengthInTextElements - 1))}…";
    }

    /// <summary>Latin words whole, everything else by the character.</summary>
    static IEnumerable<string> Words(string label)
    {
        var word = "";
        var each = StringInfo.GetTextElementEnumerator(label);
        while (each.MoveNext())
        {
            var element = each.GetTextElement();
            if (IsLatin(element) && word.Length < LineWidth)
            {
                word += element;
                continue;
            }
            if (word.Length > 0) yield return word;
            word = "";
            if (IsLatin(element)) word = element;
            else yield return element;
        }
        if (word.Length > 0) yield return word;
    }

    static bool IsLatin(string element) => element.Length is 1 && element[0] is > ' ' and < '\u0250';

    static int WidthOf(string word) => word.Length > 0 && word[0] < '\u0250' ? word.Length : 2;
}
